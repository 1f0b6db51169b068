using System.Text.Json.Nodes;

namespace Handouts.Execution.References;

/// <summary>A span as far as it is compared: labels and reasons are not binding.</summary>
internal sealed record ComparedSpan(string Lane, string State, string Activity, double Start, double? End, bool IsDerived)
{
    /// <summary>A wait that did not wait: left out of the reference, and so of the comparison.</summary>
    public bool IsEmptyWait => State == "waiting" && Activity == "waiting" && End is { } end && Time.Same(Start, end);

    /// <summary>Whether it is a wait, ended as it should, in whose place another wait came.</summary>
    public bool GoesOnIn(ComparedSpan next) =>
        Activity == "waiting" && State == "waiting" && next.Activity == "waiting" && Time.Same(End, next.Start);

    public bool Matches(ComparedSpan other) =>
        State == other.State && Activity == other.Activity && Time.Same(Start, other.Start) && Time.Same(End, other.End);

    public override string ToString() =>
        $"{State}{(State == Activity ? "" : $" ({Activity})")} {Time.Text(Start)}–{(End is { } end ? Time.Text(end) : "never")}";
}

/// <summary>An instant as far as it is compared: its detail is not binding.</summary>
internal sealed record ComparedInstant(string Lane, string Name, double At)
{
    public bool Matches(ComparedInstant other) => Name == other.Name && Time.Same(At, other.At);

    public override string ToString() => $"{Name} at {Time.Text(At)}";
}

/// <summary>A counter's values over time, one per moment at which it changed.</summary>
internal sealed record ComparedCounter(string Name, IReadOnlyList<(double At, double Value)> Points);

/// <summary>A run in the reference format, read for comparison.</summary>
internal sealed record ComparedRun(
    IReadOnlyList<ComparedSpan> Spans,
    IReadOnlyList<ComparedInstant> Instants,
    IReadOnlyList<ComparedCounter> Counters,
    JsonObject Summary)
{
    /// <exception cref="FormatException">It is not in the reference format.</exception>
    public static ComparedRun Read(JsonObject run)
    {
        try
        {
            var expected = run["expected"]!.AsObject();
            return new ComparedRun(
                TouchingWaits.Joined(Items(expected, "spans").Select(ReadSpan).Where(span => !span.IsEmptyWait).OrderBy(span => span.Start)),
                [.. Items(expected, "instants").Select(ReadInstant)],
                [.. Items(expected, "counters").Select(ReadCounter)],
                expected["summary"]!.AsObject());
        }
        catch (Exception problem) when (problem is NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("the timeline is not in the reference format", problem);
        }
    }

    private static IEnumerable<JsonObject> Items(JsonObject expected, string name) =>
        (expected[name]?.AsArray() ?? []).Select(item => item!.AsObject());

    private static ComparedSpan ReadSpan(JsonObject span) => new(
        Text(span, "lane"),
        Text(span, "state"),
        (span["activity"] ?? span["state"])!.GetValue<string>(),
        span["start"]!.GetValue<double>(),
        span["end"]?.GetValue<double>(),
        span["derived"]?.GetValue<bool>() ?? false);

    private static ComparedInstant ReadInstant(JsonObject instant) =>
        new(Text(instant, "lane"), Text(instant, "name"), instant["at"]!.GetValue<double>());

    private static ComparedCounter ReadCounter(JsonObject counter)
    {
        var points = new List<(double At, double Value)>();
        foreach (var point in counter["points"]!.AsArray())
        {
            var (at, value) = (point![0]!.GetValue<double>(), point[1]!.GetValue<double>());
            if (points is [.., var last] && Time.Same(last.At, at))
            {
                // Ups and downs inside one moment are implementation detail: the last value counts.
                points.RemoveAt(points.Count - 1);
            }

            if (points.Count == 0 || points[^1].Value != value)
            {
                points.Add((at, value));
            }
        }

        return new ComparedCounter(Text(counter, "name"), points);
    }

    private static string Text(JsonObject item, string name) => item[name]!.GetValue<string>();
}
