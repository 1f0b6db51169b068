using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Handouts.Execution.Packages;

/// <summary>Runs <c>dotnet restore</c>.</summary>
internal static partial class RestoreProcess
{
    /// <summary>Nothing of the surroundings may change the project, and nothing may stay behind when it is done.</summary>
    private static readonly string[] Options =
    [
        "--nologo", "-nodeReuse:false", "-tl:off",
        "-p:ImportDirectoryBuildProps=false", "-p:ImportDirectoryBuildTargets=false", "-p:ImportDirectoryPackagesProps=false",
    ];

    /// <summary>Restores a project.</summary>
    /// <param name="project">Its file.</param>
    /// <param name="folder">The folder to work in: its global.json chooses the SDK.</param>
    /// <param name="token">Ends the process.</param>
    /// <returns>What NuGet complains about; null if all is there.</returns>
    public static string? Run(string project, string folder, CancellationToken token)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["restore", project, .. Options])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var end = token.Register(() => ProcessTree.Kill(process));
        process.StandardInput.Close();
        var error = new StreamBeginning(process.StandardError);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        token.ThrowIfCancellationRequested();
        error.End.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? null : Complaint(output + error.Text);
    }

    /// <summary>The errors in NuGet's own words, or what else was said first.</summary>
    private static string Complaint(string output)
    {
        var errors = Error().Matches(output).Select(error => error.Groups["words"].Value.Trim()).Distinct().Take(2).ToList();
        return errors.Count > 0
            ? string.Join("; ", errors)
            : output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "dotnet restore failed";
    }

    [GeneratedRegex(@"error (?:NU|MSB|NETSDK)\d+: (?<words>[^\r\n]*?)(?: \[[^\]\r\n]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
