using System.Diagnostics;
using System.Text.Json;

namespace Worker.Logs;

/// <summary>
/// Writes what a worker does, a line each, on a clock that starts with it. Each line is out before the call returns: a worker
/// that is killed has said all that it did.
/// </summary>
/// <param name="output">Takes the lines.</param>
internal sealed class WorkerLog(TextWriter output)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private int _spans;

    /// <summary>Work, until the stretch is ended.</summary>
    public LogSpan Work(string label) => Begin(LogKind.Work, label);

    /// <summary>A wait, until the stretch is ended.</summary>
    public LogSpan Wait(string reason) => Begin(LogKind.Wait, reason);

    /// <summary>Something happened.</summary>
    public void Mark(string what, string? detail = null) => Write(LogKind.Mark, what, 0, detail);

    /// <summary>Says what time it is here.</summary>
    public void TellTime() => Write(LogKind.Clock, "", 0, null);

    internal void Write(LogKind kind, string label, int span, string? detail)
    {
        lock (_lock)
        {
            var line = new LogLine(Stopwatch.GetElapsedTime(_start).TotalSeconds, kind, label, span, detail);
            output.WriteLine(JsonSerializer.Serialize(line));
            output.Flush();
        }
    }

    private LogSpan Begin(LogKind kind, string label)
    {
        var span = new LogSpan(this, Interlocked.Increment(ref _spans));
        Write(kind, label, span.Number, null);
        return span;
    }
}

/// <summary>A stretch of a worker's log; disposing it ends it.</summary>
internal sealed class LogSpan(WorkerLog log, int number) : IDisposable
{
    private bool _isOver;

    public int Number => number;

    /// <summary>Ends it: the work was called off.</summary>
    public void CallOff() => End(LogKind.CalledOff);

    /// <summary>Ends it: the work was refused.</summary>
    public void Fail() => End(LogKind.Fail);

    public void Dispose() => End(LogKind.End);

    private void End(LogKind kind)
    {
        if (!_isOver)
        {
            _isOver = true;
            log.Write(kind, "", number, null);
        }
    }
}
