using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Small timelines for one behaviour each. Times are seconds.</summary>
internal static class Small
{
    public static Timeline Run(
        double total,
        IReadOnlyList<Span> spans,
        IReadOnlyList<Instant>? instants = null,
        IReadOnlyList<Counter>? counters = null,
        IReadOnlyList<Wake>? wakes = null,
        Outcome outcome = Outcome.Completed,
        string title = "A small run") => new()
        {
            Title = title,
            Outcome = outcome,
            Total = At(total),
            Spans = spans,
            Instants = instants ?? [],
            Counters = counters ?? [],
            Wakes = wakes ?? [],
            Lanes = [.. spans.Select(span => span.Lane).Distinct().Select(lane => new LaneLife(lane, null, TimeSpan.Zero, At(total), Ending.Normal))],
        };

    public static Span Work(string lane, double from, double? to, string? label = null, Ending ending = Ending.Normal) =>
        new(lane, Activity.Running, ending, label, null, At(from), to is { } end ? At(end) : null);

    public static Span Wait(string lane, double from, double? to, string? reason, string? label = null, Ending ending = Ending.Normal) =>
        new(lane, Activity.Waiting, ending, label, reason, At(from), to is { } end ? At(end) : null);

    public static Instant Happens(string lane, string name, double at, JsonObject? detail = null) => new(lane, name, At(at), detail ?? []);

    public static Wake Handover(string lane, string cause, double at) => new(At(at), lane, cause, WakeKind.Handover);

    public static TimeSpan At(double seconds) => TimeSpan.FromMicroseconds(Math.Round(seconds * 1e6));
}
