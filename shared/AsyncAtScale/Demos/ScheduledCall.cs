using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>A callback that the event loop will make: the handle to take it back.</summary>
public sealed class ScheduledCall
{
    private readonly Action _callback;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    internal ScheduledCall(Action callback, string lane, double when)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentException.ThrowIfNullOrWhiteSpace(lane);
        (_callback, LaneName, When) = (callback, lane, when);
    }

    /// <summary>When it is due, in seconds of the loop's clock.</summary>
    public double When { get; }

    /// <summary>Whether it was taken back before it was made.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Whether it has been made.</summary>
    public bool HasRun { get; private set; }

    internal string LaneName { get; }

    internal ITimer? Timer { get; set; }

    /// <summary>Takes the call back; without effect once it has been made.</summary>
    public void Cancel()
    {
        if (!HasRun)
        {
            IsCancelled = true;
            Timer?.Dispose();
        }
    }

    internal void Run()
    {
        if (IsCancelled)
        {
            return;
        }

        HasRun = true;
        Timer?.Dispose();
        if (_context is null)
        {
            Call();
        }
        else
        {
            ExecutionContext.Run(_context, static call => ((ScheduledCall)call!).Call(), this);
        }
    }

    /// <summary>In a lane of its own, a child of the one that scheduled it.</summary>
    private void Call() => LaneScope.Run(
        LaneName,
        () =>
        {
            _callback();
            return Task.FromResult(true);
        }).GetAwaiter().GetResult();
}
