using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>
/// What every lane of one run did, and when: the record from which charts, checks and exercises are read.
/// Immutable. Times count from the start of the run.
/// </summary>
public sealed class Timeline
{
    /// <summary>What the run is called.</summary>
    public required string Title { get; init; }

    /// <summary>How the run ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>When the main task ended, or when everything stood still.</summary>
    public required TimeSpan Total { get; init; }

    /// <summary>All spans in order of start; waits of no length that ended normally are left out.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>All instants in the order in which they happened.</summary>
    public IReadOnlyList<Instant> Instants { get; init; } = [];

    /// <summary>All counters in order of first use.</summary>
    public IReadOnlyList<Counter> Counters { get; init; } = [];

    /// <summary>All wakes in the order in which they happened.</summary>
    public IReadOnlyList<Wake> Wakes { get; init; } = [];

    /// <summary>From when to when each lane existed, in order of appearance.</summary>
    public IReadOnlyList<LaneLife> Lanes { get; init; } = [];

    /// <summary>What the run returned, by name: the demo's own part of the summary.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>The values the run was given, where they are known.</summary>
    public JsonObject Inputs { get; init; } = [];

    /// <summary>The spans of one lane in order of start.</summary>
    public IEnumerable<Span> SpansOf(string lane) => Spans.Where(span => span.Lane == lane);

    /// <summary>The instants of one lane in the order in which they happened.</summary>
    public IEnumerable<Instant> InstantsOf(string lane) => Instants.Where(instant => instant.Lane == lane);

    /// <summary>The lanes of all instants of one name, in the order in which they happened.</summary>
    public IReadOnlyList<string> LanesWith(string instant) =>
        [.. Instants.Where(candidate => candidate.Name == instant).Select(candidate => candidate.Lane)];

    /// <summary>The lanes that never end, in order of appearance.</summary>
    public IReadOnlyList<string> StuckLanes =>
        [.. Spans.Where(span => span.Ending == Ending.Stuck).Select(span => span.Lane).Distinct()];
}
