namespace AsyncAtScale.Primitives;

/// <summary>How often to try, how long an attempt may take, and how long to pause in between.</summary>
public sealed record RetryPlan
{
    /// <summary>How many attempts in all; at least 1.</summary>
    public int Attempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 3;

    /// <summary>How long one attempt may take; null if there is no limit.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The pause after the first attempt; it doubles after each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>No pause is longer; null if there is no limit.</summary>
    public TimeSpan? LongestPause { get; init; }

    /// <summary>
    /// Spreads the pauses, so that those who failed together do not come back together; null leaves them exact. Give it
    /// a seed and a run repeats.
    /// </summary>
    public Random? Jitter { get; init; }

    /// <summary>
    /// How long the failure itself asks to wait, as a server does with Retry-After; null, or a null answer, leaves the pause
    /// to the plan. The next attempt is never earlier. With <see cref="Jitter"/> up to <see cref="FirstPause"/> is added, so that not all
    /// who were told the same come back together; <see cref="LongestPause"/> does not shorten it.
    /// </summary>
    public Func<Exception, TimeSpan?>? PauseAfter { get; init; }

    /// <summary>Whether another attempt can help against this failure. Cancellation is never tried again.</summary>
    public Func<Exception, bool> IsTransient { get; init; } = static _ => true;
}
