using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Display;
using AsyncAtScale.Loop;

namespace AsyncAtScale.Demos;

/// <summary>
/// How long an operation took, and how long its parts took by themselves: what was gained by doing them at the same
/// time. Measured on the ambient clock, so exact at virtual pace. Times are in seconds.
/// </summary>
/// <example>
/// <code>
/// var run = await Demo.Run("Two parts", () => Measure.Of("together", timer => Task.WhenAll(
///     timer.Part("one", () => Demo.Work(1)),
///     timer.Part("two", () => Demo.Work(0.5)))));
/// $"{run.Result.Sum} s of parts in {run.Result.Whole} s" // 1.5 s of parts in 1 s
/// </code>
/// </example>
public sealed class Measure : HtmlView
{
    /// <summary>Differences that come from binary fractions, or from a clock that ticks in microseconds.</summary>
    private const double Rounding = 1e-4;

    internal Measure(string title, IReadOnlyList<MeasuredPart> parts, TimeSpan whole)
    {
        (Title, Parts, Whole) = (title, parts, Seconds(whole));
        Sum = Math.Round(parts.Sum(part => part.Seconds), 6);
    }

    /// <summary>What was measured.</summary>
    public string Title { get; }

    /// <summary>The parts, in the order in which they began.</summary>
    public IReadOnlyList<MeasuredPart> Parts { get; }

    /// <summary>Seconds on the clock on the wall, from the start of the operation to its end.</summary>
    public double Whole { get; }

    /// <summary>Seconds of all parts together: what the operation would take if nothing overlapped.</summary>
    public double Sum { get; }

    /// <summary>How many parts were under way on average: <see cref="Sum"/> over <see cref="Whole"/>; 0 if no time passed.</summary>
    public double Overlap => Whole == 0 ? 0 : Math.Round(Sum / Whole, 6);

    /// <summary>Measures an operation.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="operation">The operation; it gives its parts to the timer.</param>
    /// <exception cref="Exception">The operation's own: a failed operation has no length.</exception>
    public static async Task<Measure> Of(string title, Func<PartTimer, Task> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var clock = AmbientClock.Current;
        var start = clock.GetTimestamp();
        var timer = new PartTimer(clock);
        await operation(timer);
        return new Measure(title, timer.Parts, clock.GetElapsedTime(start));
    }

    /// <summary>The result in a sentence.</summary>
    public string Sentence => $"{LaneNames.Short(Title)}: the parts take {Figure(Sum)} s, the whole {Figure(Whole)} s"
        + (Sum > Whole + Rounding ? $", {Overlap.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} parts at a time."
            : Sum < Whole - Rounding ? $"; {Figure(Whole - Sum)} s pass outside the parts."
            : ": one after the other.");

    /// <inheritdoc/>
    public override string ToHtml() => MeasurePicture.Html(this);

    /// <inheritdoc/>
    public override string ToString() => MeasurePicture.Text(this);

    internal static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 6);

    internal static string Figure(double seconds) => Words.Figure(TimeSpan.FromSeconds(seconds));
}

/// <summary>A part of a measured operation.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Seconds">How long it took, waits included.</param>
public sealed record MeasuredPart(string Name, double Seconds);
