namespace AsyncAtScale.Demos;

/// <summary>A run of which every step of the event loop was written down.</summary>
/// <typeparam name="T">What the main function returns.</typeparam>
public sealed class LoopRun<T> : DemoRun<T>
{
    internal LoopRun(string title, DemoOutcome<T> outcome, LoopLog log)
        : base(title, outcome) => Log = log;

    /// <summary>What the loop did, step by step.</summary>
    public LoopLog Log { get; }
}
