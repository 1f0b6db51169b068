using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Reads <c>.ipynb</c> files of nbformat 4 and writes them as 4.5.</summary>
internal static class NotebookFile
{
    /// <summary>Bytes. A course's largest notebook has two million; what is larger than this is none.</summary>
    private const int SizeLimit = 256 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">It cannot be read; the message is one sentence with path and remedy.</exception>
    public static Notebook Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new NotebookFormatException($"{path} is a folder: name the notebook (.ipynb) in it.");
        }

        try
        {
            return Read(Content(full), full);
        }
        catch (Exception problem) when (Sentence(problem) is not null)
        {
            throw new NotebookFormatException($"{path} cannot be read as a notebook: {Sentence(problem)!.TrimEnd('.')}.");
        }
    }

    /// <summary>Reads a notebook's content as if it stood at a path; what is wrong with it is an exception of many kinds.</summary>
    internal static Notebook Read(byte[] content, string path) =>
        NotebookReader.Read(Parse(content), path, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Writes a notebook to its own path, whole or not at all.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(Notebook notebook) => AtomicFile.Write(notebook.Path, Format(notebook));

    /// <summary>The file's text, as Jupyter would write it.</summary>
    public static string Format(Notebook notebook) => CanonicalJson.Write(NotebookWriter.Write(notebook)) + "\n";

    /// <summary>All bytes, but never more than fit: a device may have no end.</summary>
    private static byte[] Content(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > SizeLimit)
            {
                throw new NotebookFormatException($"it has more than {SizeLimit >> 20} MB; clear its outputs");
            }
        }

        return content.ToArray();
    }

    private static JsonNode? Parse(byte[] content)
    {
        var text = StrictUtf8.GetString(content).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new NotebookFormatException("it is empty; restore it from its last good version");
        }

        var json = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        if (text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            // Half a surrogate pair is only noticed when a text is taken out: now, not when the notebook is written.
            _ = CanonicalJson.Write(json);
        }

        return json;
    }

    private static string? Sentence(Exception problem) => problem switch
    {
        NotebookFormatException => problem.Message,
        FileNotFoundException or DirectoryNotFoundException => "there is no such file; check the name",
        DecoderFallbackException => $"{problem.Message.TrimEnd('.')}; save it as UTF-8",
        JsonException json => $"it is not JSON ({Place(json)}); restore it from its last good version",
        InvalidOperationException => "it holds a text that is no valid Unicode; restore it from its last good version",
        UnauthorizedAccessException or IOException => $"{FileProblem.Cause(problem)}; check its permissions",
        _ => null,
    };

    /// <summary>The parser counts lines from nought and says so at the end.</summary>
    private static string Place(JsonException problem)
    {
        var what = problem.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
        return problem.LineNumber is { } line ? $"line {line + 1}: {what}" : what;
    }
}
