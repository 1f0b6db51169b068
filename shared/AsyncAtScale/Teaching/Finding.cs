using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>What comparing a guess with a run has found.</summary>
/// <param name="IsRight">Whether everything turned out as said.</param>
/// <param name="Words">One to three sentences.</param>
internal sealed record Finding(bool IsRight, string Words)
{
    /// <summary>The share of the run by which a time may be off: at the real pace nothing is exact.</summary>
    private const double Tolerance = 0.02;

    public static Finding Right(string guess) => new(true, $"As you said: {guess}.");

    public static Finding Wrong(string guess, string truth) => new(false, $"You said: {guess}. {truth}");

    /// <summary>Whether a guess in seconds comes close enough to a time of the run.</summary>
    public static bool IsClose(TimeSpan guess, TimeSpan truth, Timeline timeline) =>
        (guess - truth).Duration() <= Max(TimeSpan.FromMilliseconds(1), timeline.Total * Tolerance);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
