namespace AsyncAtScale.Timelines;

/// <summary>A counter of one run, written by whoever owns the number.</summary>
public sealed class CounterTrack
{
    internal CounterTrack(Recorder recorder, int number, string name, int? limit)
    {
        Recorder = recorder;
        Number = number;
        Name = name;
        Limit = limit;
    }

    /// <summary>What it is called: "permits-in-use".</summary>
    public string Name { get; }

    /// <summary>The value it may never exceed, or null.</summary>
    public int? Limit { get; }

    /// <summary>The recorder it writes to.</summary>
    public Recorder Recorder { get; }

    internal int Number { get; }

    /// <summary>Records the value from now on.</summary>
    public void Set(int value) => Recorder.SetCounter(this, value);
}
