namespace AsyncAtScale.Timelines;

/// <summary>
/// One task, worker or caller of a run. The current lane is ambient: it flows with <c>await</c>, so that
/// primitives record themselves and the code that uses them contains no tracing.
/// </summary>
public sealed class Lane
{
    private static readonly AsyncLocal<Lane?> Ambient = new();
    private static readonly AsyncLocal<Lane?> Covered = new();

    private Activity _activity;
    private string? _label;
    private string? _reason;

    internal Lane(Recorder recorder, int number, string name)
    {
        Recorder = recorder;
        Number = number;
        Name = name;
    }

    /// <summary>The lane of the code that asks; null outside a recorded run.</summary>
    public static Lane? Current
    {
        get => Ambient.Value;
        internal set
        {
            Ambient.Value = value;
            LaneFlow.Follow(value);
        }
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The recorder it writes to.</summary>
    public Recorder Recorder { get; }

    /// <summary>
    /// Whether the asking code runs inside a recorded activity of its lane, an attempt of a retry for example, that
    /// stands for all it does there. Flows with <c>await</c>, as the lane does.
    /// </summary>
    internal static bool IsCovered
    {
        get => Covered.Value is { } lane && lane == Current;
        set => Covered.Value = value ? Current : null;
    }

    internal int Number { get; }

    internal bool IsAlive { get; set; }

    internal bool IsBusy { get; private set; }

    internal TimeSpan Since { get; set; }

    /// <summary>The how manieth lane it was to end; 0 if it has not.</summary>
    internal int EndedAs { get; set; }

    internal LaneStatus Status =>
        IsBusy ? new LaneStatus(Name, _activity, _label, _reason, Since) : new LaneStatus(Name, null, null, null, Since);

    /// <summary>
    /// Begins a span. If the lane is in one already the new span is recorded on a track of its own, "lane/2".
    /// </summary>
    /// <param name="activity">What the lane is doing from now on.</param>
    /// <param name="label">What the work is called, or null.</param>
    /// <param name="reason">What a wait is for: see <see cref="WaitReason"/>.</param>
    public OpenSpan Begin(Activity activity, string? label = null, string? reason = null) =>
        Recorder.Begin(this, activity, label, reason);

    /// <summary>Records that something happened in this lane now.</summary>
    /// <param name="name">What: "started", "acquired", "answer" …</param>
    /// <param name="detail">
    /// An object whose public properties are the extra values, or null; anything else is itself the extra value "value". What
    /// JSON cannot hold is left out.
    /// </param>
    public void Instant(string name, object? detail = null) => Recorder.Instant(this, name, detail);

    /// <summary>Records that the lane is over.</summary>
    public void End(Ending ending = Ending.Normal) => Recorder.EndLane(this, ending);

    internal void Enter(Activity activity, string? label, string? reason, TimeSpan now)
    {
        (_activity, _label, _reason, Since) = (activity, label, reason, now);
        IsBusy = true;
    }

    internal void Leave(TimeSpan now)
    {
        Since = now;
        IsBusy = false;
    }
}
