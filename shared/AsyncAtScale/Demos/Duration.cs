namespace AsyncAtScale.Demos;

/// <summary>Seconds as a notebook writes them, turned into time without losing the last tick to binary fractions.</summary>
internal static class Duration
{
    public static TimeSpan Of(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A duration is a number of seconds, 0 or more.");
        }

        return TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
    }
}
