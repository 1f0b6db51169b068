using System.Text;

namespace Handouts.Notebooks;

/// <summary>Writes a file whole or not at all: a temporary file beside it, then a rename.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces the file's content.</summary>
    /// <exception cref="UsageException">The folder or the file cannot be written.</exception>
    public static void Write(string path, string content)
    {
        var target = RealTarget(path);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            RefuseReadOnly(target);
            File.WriteAllText(temporary, content, Utf8);
            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new UsageException(
                $"{path} cannot be written ({problem.Message.TrimEnd('.')}): check the folder and its permissions.");
        }
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

    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(from))
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The first problem is the one to tell.
        }
    }
}
