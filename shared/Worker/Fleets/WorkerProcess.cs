using System.Diagnostics;
using System.Text.Json;
using Worker.Engines;
using Worker.Logs;

namespace Worker.Fleets;

/// <summary>One worker of a fleet: a process of its own, with a clock of its own.</summary>
public sealed class WorkerProcess
{
    private const int Exchanges = 5;

    private readonly Process _process;
    private readonly Fleet _fleet;
    private readonly List<LogLine> _lines = [];
    private readonly List<(Func<LogLine, bool> Wanted, TaskCompletionSource<LogLine> Seen)> _awaited = [];
    private readonly Task _reading;
    private readonly Task<string> _errors;

    internal WorkerProcess(Fleet fleet, string name, Process process)
    {
        (_fleet, Name, _process) = (fleet, name, process);
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>What the fleet calls it.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it is still there.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>How far its clock is from ours.</summary>
    public ClockOffset Clock { get; private set; }

    /// <summary>
    /// For one that we killed: the moment in which we did. We see its end later than a broker may, who gives away at once what it held.
    /// </summary>
    internal TimeSpan? EndedAt { get; private set; }

    internal TimeSpan? PausedAt { get; private set; }

    internal TimeSpan? ResumedAt { get; private set; }

    internal bool WasKilled { get; private set; }

    internal IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>How often it has reported this.</summary>
    public int Count(string mark) => Lines.Count(line => line.Kind == LogKind.Mark && line.Label == mark);

    /// <summary>How many pieces of work it has begun.</summary>
    public int Works => Lines.Count(line => line.Kind == LogKind.Work);

    /// <summary>What it reported last; null if nothing.</summary>
    public string? Last => Lines.LastOrDefault(line => line.Kind == LogKind.Mark)?.Label;

    /// <summary>Waits until it reports this, or has already.</summary>
    /// <param name="mark">What it reports: "ready", "applied", …</param>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public Task SaysAsync(string mark) => LineAsync(line => line.Kind == LogKind.Mark && line.Label == mark, isNew: false);

    /// <summary>Waits until it has begun a piece of work.</summary>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public Task BeginsWorkAsync() => LineAsync(line => line.Kind == LogKind.Work, isNew: false);

    /// <summary>Ends it with SIGKILL: it learns nothing of it and tidies nothing up.</summary>
    public async Task KillAsync()
    {
        WillBeKilled();
        Signal.Kill.SendTo(Id);
        await EndAsync();
    }

    /// <summary>Makes it stand still, in the middle of whatever it does: SIGSTOP. So do a virtual machine that moves, and a laptop that sleeps.</summary>
    public void Pause()
    {
        Signal.Stop.SendTo(Id);
        PausedAt = _fleet.Now;
    }

    /// <summary>Lets it go on, unaware that time has passed: SIGCONT.</summary>
    public void Resume()
    {
        ResumedAt = _fleet.Now;
        Signal.Continue.SendTo(Id);
    }

    /// <summary>Tells it to stop, and waits for its end.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await EndAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="InvalidOperationException">It ended badly; with its last words.</exception>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        if (_process.ExitCode != 0 && !WasKilled)
        {
            throw new InvalidOperationException($"{Name} ended with code {_process.ExitCode}: {(await _errors).Trim()}");
        }
    }

    internal async Task AlignAsync()
    {
        for (var exchange = 0; exchange < Exchanges; exchange++)
        {
            var answer = LineAsync(line => line.Kind == LogKind.Clock, isNew: true);
            var asked = _fleet.Now;
            await _process.StandardInput.WriteLineAsync("clock");
            await _process.StandardInput.FlushAsync();
            var theirs = TimeSpan.FromSeconds((await answer).At);
            var seen = ClockOffset.Of(asked, theirs, _fleet.Now);
            Clock = exchange == 0 ? seen : Clock.Or(seen);
        }
    }

    internal void KillNow()
    {
        if (IsRunning)
        {
            WillBeKilled();
            _process.Kill();
        }
    }

    private void WillBeKilled()
    {
        WasKilled = true;
        EndedAt = _fleet.Now;
    }

    private async Task<LogLine> LineAsync(Func<LogLine, bool> wanted, bool isNew)
    {
        var seen = new TaskCompletionSource<LogLine>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lines)
        {
            if (!isNew && _lines.FirstOrDefault(wanted) is { } before)
            {
                return before;
            }

            _awaited.Add((wanted, seen));
        }

        await Task.WhenAny(seen.Task, _reading);
        return seen.Task.IsCompleted
            ? await seen.Task
            : throw new InvalidOperationException($"{Name} ended before it said so: {(await _errors).Trim()}");
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } text)
        {
            if (Parse(text) is { } line)
            {
                Take(line);
            }
        }

        EndedAt ??= _fleet.Now;
    }

    /// <summary>The last line of a worker that was killed may be half a line.</summary>
    private static LogLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LogLine>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Take(LogLine line)
    {
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (_, seen) in _awaited.Where(one => one.Wanted(line)).ToList())
            {
                seen.TrySetResult(line);
            }

            _awaited.RemoveAll(one => one.Seen.Task.IsCompleted);
        }
    }
}
