using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts;

/// <summary>Marks drawn dashed with a chart: what somebody expected of the run, or another run, beside what it did.</summary>
/// <param name="Marks">The marks, in the order in which they are told.</param>
/// <param name="Name">What they are, for label, legend and text: "your guess".</param>
public sealed record Ghost(IReadOnlyList<GhostMark> Marks, string Name = "your guess")
{
    /// <summary>Whether the marks are the work of a run: drawn behind the bars, told as a whole.</summary>
    public bool IsRun { get; private init; }

    /// <summary>The last moment that a mark needs; zero without marks.</summary>
    internal TimeSpan End => Marks.Select(mark => mark.To ?? mark.At).DefaultIfEmpty().Max();

    /// <summary>Another run: the outlines of its work behind the bars of lanes of the same name, and a line at its end.</summary>
    /// <param name="run">The other run.</param>
    /// <param name="name">What it is, for legend and text: "without the gate".</param>
    public static Ghost Of(Timeline run, string name = "the other run")
    {
        ArgumentNullException.ThrowIfNull(run);
        var work = run.Spans.Where(span => span.Activity is Activity.Running or Activity.Blocking && span.End != span.Start)
            .Select(span => new GhostMark(span.Lane, span.Start, span.End ?? run.Total));
        return new Ghost([.. work, new GhostMark(null, run.Total)], name) { IsRun = true };
    }
}

/// <summary>One expectation. Times count from the start of the run.</summary>
/// <param name="Lane">The lane it is about; null for the whole run, which draws a line through all rows.</param>
/// <param name="At">When something is expected to happen.</param>
/// <param name="To">When it is expected to be over, which draws the outline of a bar; null for a single moment.</param>
/// <param name="Label">A word or a number beside the mark, or null.</param>
public sealed record GhostMark(string? Lane, TimeSpan At, TimeSpan? To = null, string? Label = null);
