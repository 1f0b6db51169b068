using System.Diagnostics;
using Handouts.Execution;

namespace Course.Testing;

/// <summary>The console program, started as a reader starts it.</summary>
internal static class HandoutsProgram
{
    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<ProgramResult> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(NotebookRunner).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}

/// <summary>What the program left.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error);
