using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Worker.Engines;

/// <summary>A server process of ours: starts, is ready or not, stops.</summary>
internal sealed class Engine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private Engine(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public bool IsRunning => !_process.HasExited;

    public int Id => _process.Id;

    public static Engine Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until the engine answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before, or never did; with its last words.</exception>
    public async Task WaitUntilAsync(string name, Func<Task<bool>> isReady)
    {
        var start = Stopwatch.StartNew();
        while (!await isReady())
        {
            if (!IsRunning || start.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{name} did not start: {LastWords()}");
            }

            await Task.Delay(Moment);
        }
    }

    /// <summary>Asks for an end by a signal to the process itself or to another that is its heart; insists after a while.</summary>
    public async Task StopAsync(Signal signal, int? heart = null)
    {
        if (!_process.HasExited)
        {
            signal.SendTo(heart ?? _process.Id);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await using var insist = patience.Token.Register(() => _process.Kill(entireProcessTree: true));
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _process.Dispose();

    private void Keep(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }

    private string LastWords()
    {
        lock (_said)
        {
            var said = _said.ToString().Trim();
            return said.Length == 0 ? "it said nothing." : said[Math.Max(0, said.Length - 400)..];
        }
    }
}
