using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Handouts.Tests.Support;

namespace Handouts.Tests.Commands;

/// <summary>The program while it watches.</summary>
internal sealed partial class Watching : IAsyncDisposable
{
    /// <summary>For a hang, not for a machine that is busy with other things.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private Watching(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public Uri Address { get; private set; } = null!;

    public static async Task<Watching> StartAsync(TemporaryCourse course, params string[] arguments)
    {
        var watching = new Watching(HandoutsProgram.Start(course.Root, arguments));
        watching.Address = new Uri(Url().Match(await watching.SaysAsync("n: http://")).Groups[1].Value);
        return watching;
    }

    /// <summary>Reads on to a line with this text.</summary>
    public async Task<string> SaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without saying \"{text}\": {await _errors}");
    }

    public async Task<(int ExitCode, string Errors)> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        var rest = _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await rest;
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+/)")]
    private static partial Regex Url();
}
