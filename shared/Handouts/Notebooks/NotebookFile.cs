using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Reads and writes <c>.ipynb</c> files of nbformat 4.5.</summary>
internal static class NotebookFile
{
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
            return NotebookReader.Read(Parse(File.ReadAllBytes(full)), full);
        }
        catch (Exception problem) when (Sentence(problem) is not null)
        {
            throw new NotebookFormatException($"{path} cannot be read as a notebook: {Sentence(problem)!.TrimEnd('.')}.");
        }
    }

    /// <summary>Writes a notebook to its own path, whole or not at all.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(Notebook notebook) => AtomicFile.Write(notebook.Path, Format(notebook));

    /// <summary>The file's text, as Jupyter would write it.</summary>
    public static string Format(Notebook notebook) => CanonicalJson.Write(NotebookWriter.Write(notebook)) + "\n";

    private static JsonNode? Parse(byte[] content)
    {
        var text = StrictUtf8.GetString(content).TrimStart('\uFEFF');
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
        JsonException json => $"it is not JSON ({json.Message.TrimEnd('.')}); restore it from its last good version",
        InvalidOperationException => "it holds a text that is no valid Unicode; restore it from its last good version",
        UnauthorizedAccessException or IOException => $"{problem.Message.TrimEnd('.')}; check its permissions",
        _ => null,
    };
}
