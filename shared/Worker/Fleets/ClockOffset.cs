using System.Globalization;

namespace Worker.Fleets;

/// <summary>
/// How far another process's clock is from ours, by asking it the time: its answer was written between our question and its
/// arrival, so half the round trip is the best guess, and also how wrong it can be. Nothing of this needs one machine.
/// </summary>
/// <param name="Shift">To be added to the other's time to have ours.</param>
/// <param name="Error">By how much the shift may be wrong, either way.</param>
public readonly record struct ClockOffset(TimeSpan Shift, TimeSpan Error)
{
    /// <summary>One exchange.</summary>
    /// <param name="asked">When we asked, on our clock.</param>
    /// <param name="theirs">What the other's clock said.</param>
    /// <param name="answered">When the answer was here, on our clock.</param>
    public static ClockOffset Of(TimeSpan asked, TimeSpan theirs, TimeSpan answered) =>
        new(((asked + answered) / 2) - theirs, (answered - asked) / 2);

    /// <summary>The better of two exchanges: that with the shorter round trip.</summary>
    public ClockOffset Or(ClockOffset other) => other.Error < Error ? other : this;

    /// <summary>For example "± 0.08 ms".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"± {Error.TotalMilliseconds:0.##} ms");
}
