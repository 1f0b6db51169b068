using System.Diagnostics;
using System.Runtime.Versioning;

namespace Worker.Engines;

/// <summary>
/// A folder for the data of the engines, gone after the run. Both engines refuse to be root: if we are, each gets its own user,
/// and its part of the folder belongs to that user.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class OwnFolder : IDisposable
{
    private const UnixFileMode PassThrough = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public OwnFolder()
    {
        Path = Made();
        File.SetUnixFileMode(Path, PassThrough);
    }

    public string Path { get; }

    private static string Made()
    {
        try
        {
            return Directory.CreateTempSubdirectory("course-brokers-").FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"no folder can be made in {System.IO.Path.GetTempPath()}; set TMPDIR to one that can be written.", problem);
        }
    }

    /// <summary>Makes a folder in it that belongs to the user.</summary>
    public string For(string user)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, user)).FullName;
        if (Environment.IsPrivilegedProcess)
        {
            using var change = Process.Start("chown", [user, folder]);
            change.WaitForExit();
        }

        return folder;
    }

    /// <summary>A program that runs as that user if we are root, and as we do if not.</summary>
    public static ProcessStartInfo StartAs(string user, string folder, string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", user, "--regid", user, "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["HOME"] = folder;
        return start;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
