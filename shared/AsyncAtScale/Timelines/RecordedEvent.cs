using System.Runtime.InteropServices;

namespace AsyncAtScale.Timelines;

/// <summary>One entry of the record: 32 bytes, no references, so that a million of them cost the collector nothing.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct RecordedEvent
{
    /// <summary>Ticks since the start of the run.</summary>
    public long At { get; init; }

    /// <summary>The lane's number, or the counter's.</summary>
    public int Subject { get; init; }

    /// <summary>The number of the label or of the instant's name; 0 is none.</summary>
    public int Text { get; init; }

    /// <summary>The number of the reason of a wait; 0 is none.</summary>
    public int Reason { get; init; }

    /// <summary>The number of the lane that caused it; -1 is none.</summary>
    public int Cause { get; init; }

    /// <summary>A counter's value, the number of an instant's detail (-1 is none), or the entry at which a time limit began.</summary>
    public int Value { get; init; }

    public EventKind Kind { get; init; }

    public Activity Activity { get; init; }

    public Ending Ending { get; init; }

    public WakeKind Wake { get; init; }
}

internal enum EventKind : byte
{
    LaneStart,
    LaneEnd,
    Begin,
    End,
    Instant,
    Counter,
    TimeUp,
}
