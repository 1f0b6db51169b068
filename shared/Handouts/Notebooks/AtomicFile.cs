using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Handouts.Notebooks;

/// <summary>
/// Writes a file whole or not at all: a temporary file beside it, then a rename. What a writer that was killed left
/// behind is removed by the next one.
/// </summary>
internal static class AtomicFile
{
    private const string Extension = ".tmp";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces the file's content.</summary>
    /// <exception cref="UsageException">The folder or the file cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, string content)
    {
        string? temporary = null;
        try
        {
            var target = RealTarget(path);
            RefuseReadOnly(target);
            RemoveLeftovers(target);
            temporary = TemporaryFor(target);
            WriteThrough(temporary, content);
            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            TryDelete(temporary);
            throw new UsageException(
                $"{path} cannot be written ({FileProblem.Cause(problem)}): check the folder, its permissions and the space on the disk.");
        }
    }

    /// <summary>Makes sure that files can be written into a folder, by writing one.</summary>
    /// <exception cref="IOException">None can.</exception>
    /// <exception cref="UnauthorizedAccessException">None may.</exception>
    public static void Probe(string folder)
    {
        var target = Path.Combine(folder, ".probe");
        RemoveLeftovers(target);
        var temporary = TemporaryFor(target);
        File.WriteAllBytes(temporary, []);
        File.Delete(temporary);
    }

    /// <summary>Removes a file that nobody needs any more; if that cannot be done now, it stays.</summary>
    public static void TryDelete(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It does no harm, and is tried again next time.
        }
    }

    /// <summary>Its name tells the next writer who was to rename it.</summary>
    private static string TemporaryFor(string target) => $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}{Extension}";

    /// <summary>On the disk before the rename: a new name must never stand for content that is still on its way.</summary>
    private static void WriteThrough(string path, string content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(Utf8.GetBytes(content));
        file.Flush(flushToDisk: true);
    }

    /// <summary>A rename would replace a link by a file: follow it first.</summary>
    private static string RealTarget(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);

    /// <summary>A rename needs rights on the folder only; a file that was protected should stay as it is.</summary>
    private static void RefuseReadOnly(string path)
    {
        if (File.Exists(path) && new FileInfo(path).IsReadOnly)
        {
            throw new UnauthorizedAccessException("the file is read-only");
        }
    }

    /// <summary>The temporary files of this target whose writers are no more.</summary>
    private static void RemoveLeftovers(string target)
    {
        var name = Path.GetFileName(target) + ".";
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(target)!, $"{name}*{Extension}"))
        {
            var writer = Path.GetFileName(file)[name.Length..].Split('-')[0];
            if (int.TryParse(writer, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !Lives(id))
            {
                TryDelete(file);
            }
        }
    }

    private static bool Lives(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }
}
