namespace AsyncAtScale.Teaching;

/// <summary>Checks what a reader has written down, so that a slip of the pen is told at once.</summary>
internal static class Guesses
{
    /// <summary>A number of seconds as a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, not a number, or longer than a day.</exception>
    public static TimeSpan Time(double seconds) => seconds is >= 0 and <= 86_400
        ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
        : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A guess is a number of seconds, from 0 to a day.");

    /// <summary>A list with something in it.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static T[] AtLeastOne<T>(T[] guesses)
    {
        ArgumentNullException.ThrowIfNull(guesses);
        return guesses.Length > 0 ? guesses : throw new ArgumentException("A prediction says at least one thing.", nameof(guesses));
    }
}
