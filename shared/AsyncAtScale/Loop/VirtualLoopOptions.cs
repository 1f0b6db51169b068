namespace AsyncAtScale.Loop;

/// <summary>How a virtual run is carried out.</summary>
public sealed record VirtualLoopOptions
{
    /// <summary>First in, first out; five seconds of patience with threads.</summary>
    public static VirtualLoopOptions Default { get; } = new();

    /// <summary>Which of several ready steps runs next.</summary>
    public PickOrder Order { get; init; } = PickOrder.FirstInFirstOut;

    /// <summary>How long, in real time, a thread may be busy or blocked before the run counts as stuck.</summary>
    public TimeSpan PatienceWithThreads { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Hears of every step of the loop; null for nobody, which costs nothing.</summary>
    internal ILoopObserver? Observer { get; init; }

    /// <summary>A step that really takes longer is noted in <see cref="VirtualLoop.SlowSteps"/>.</summary>
    public TimeSpan SlowStep { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// A run that takes more steps than this counts as endless. Nobody could interrupt it, since at this pace nothing
    /// waits, and it would record until the memory is used up.
    /// </summary>
    public long MostSteps { get; init; } = 1_000_000;
}
