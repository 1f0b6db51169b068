namespace AsyncAtScale.Loop;

/// <summary>A virtual run that can never go on. The message is the whole report.</summary>
public sealed class StuckException : Exception
{
    /// <summary>An exception with the given report.</summary>
    public StuckException(StuckReport report)
        : base(report?.ToString()) => Report = report!;

    /// <summary>Who waits for what, since when.</summary>
    public StuckReport Report { get; }
}
