using System.Diagnostics;

namespace Course.Testing;

/// <summary>
/// A file of a package of npm, fetched once by npm itself and kept outside the repository. Where npm or the package
/// cannot be had the test is skipped, and says why.
/// </summary>
internal static class NpmPackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Cache = Path.Combine(Path.GetTempPath(), "course-npm");

    /// <summary>The text of a file inside a package.</summary>
    /// <param name="name">The package: "plotly.js-dist-min".</param>
    /// <param name="version">Exactly this version.</param>
    /// <param name="file">The path of the file in the package.</param>
    public static async Task<string> ReadAsync(string name, string version, string file)
    {
        var folder = Path.Combine(Cache, $"{name}-{version}");
        var path = Path.Combine(folder, "package", file);
        if (!File.Exists(path))
        {
            await FetchAsync(name, version, folder);
        }

        return await File.ReadAllTextAsync(path);
    }

    /// <summary>Unpacks beside the cache and moves it there whole, so that an interrupted test leaves nothing half-written.</summary>
    private static async Task FetchAsync(string name, string version, string folder)
    {
        var work = Directory.CreateDirectory(Path.Combine(Cache, Path.GetRandomFileName())).FullName;
        var packed = await RunAsync(work, "npm", "pack", "--silent", $"{name}@{version}");
        Assert.SkipUnless(packed == 0, $"npm cannot bring {name} {version} here.");
        var archive = Directory.GetFiles(work, "*.tgz").Single();
        Assert.SkipUnless(await RunAsync(work, "tar", "-xzf", archive) == 0, "There is no tar here to unpack what npm brought.");
        try
        {
            Directory.Move(work, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run of the tests was faster.
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The exit code; -1 if there is no such program or it takes too long.</summary>
    private static async Task<int> RunAsync(string folder, string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await WaitAsync(process, limit.Token);
            _ = (await output, await error);
            return process.ExitCode;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return -1;
        }
    }

    private static async Task WaitAsync(Process process, CancellationToken token)
    {
        try
        {
            await process.WaitForExitAsync(token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
