using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>Reads the reference format, with or without our additions.</summary>
internal static class TimelineReader
{
    public static Timeline Read(JsonObject run)
    {
        var expected = run.Required("expected").AsObject();
        var summary = expected.Required("summary").AsObject();
        var inputs = run["inputs"]?.DeepClone().AsObject() ?? [];
        var spans = Items(expected, "spans").Select(ReadSpan).ToList();
        var instants = Items(expected, "instants").Select(ReadInstant).ToList();
        return new Timeline
        {
            Title = run["title"]?.GetValue<string>() ?? "",
            Outcome = TimelineSummary.ParseOutcome(summary.Required("outcome").GetValue<string>()),
            Total = Time(summary.Required("total_s")),
            Spans = spans,
            Instants = instants,
            Counters = [.. Items(expected, "counters").Select(counter => ReadCounter(counter, inputs))],
            Wakes = [.. Items(expected, "wakes").Select(ReadWake)],
            Lanes = expected["lanes"] is null ? LanesOf(spans, instants) : [.. Items(expected, "lanes").Select(ReadLane)],
            Facts = new JsonObject(summary
                .Where(entry => !TimelineSummary.OwnKeys.Contains(entry.Key))
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))),
            Inputs = inputs,
        };
    }

    private static IEnumerable<JsonObject> Items(JsonObject parent, string name) =>
        parent[name]?.AsArray().Select(item => item?.AsObject() ?? throw new InvalidOperationException($"'{name}' holds a null")) ?? [];

    private static JsonNode Required(this JsonObject parent, string name) =>
        parent[name] ?? throw new InvalidOperationException($"'{name}' is missing");

    private static string Text(JsonObject parent, string name) => parent.Required(name).GetValue<string>();

    private static TimeSpan Time(JsonNode seconds) =>
        TimeSpan.FromMicroseconds(Math.Round(seconds.GetValue<double>() * 1e6));

    private static TimeSpan? OptionalTime(JsonNode? seconds) => seconds is null ? null : Time(seconds);

    private static Span ReadSpan(JsonObject span)
    {
        var state = Text(span, "state");
        var activity = StateNames.ParseActivity(TimelineDefaults.ActivityOf(span));
        var label = span["label"]?.GetValue<string>();
        var end = OptionalTime(span["end"]);
        var ending = state == StateNames.Of(activity)
            ? end is null ? Ending.Abandoned : Ending.Normal
            : StateNames.ParseEnding(state);
        var reason = span.ContainsKey("reason") || activity != Activity.Waiting
            ? span["reason"]?.GetValue<string>()
            : WaitReason.FromLabel(label);
        return new Span(Text(span, "lane"), activity, ending, label, reason, Time(span.Required("start")), end)
        {
            IsDerived = span["derived"]?.GetValue<bool>() ?? false,
        };
    }

    private static Instant ReadInstant(JsonObject instant) => new(
        Text(instant, "lane"),
        Text(instant, "name"),
        Time(instant.Required("at")),
        instant["detail"]?.DeepClone().AsObject() ?? []);

    private static Counter ReadCounter(JsonObject counter, JsonObject inputs)
    {
        var name = Text(counter, "name");
        var points = counter.Required("points").AsArray()
            .Select(point => point is JsonArray { Count: 2 } pair && pair[0] is { } at && pair[1] is { } value
                ? new CounterPoint(Time(at), value.GetValue<int>())
                : throw new InvalidOperationException($"a point of '{name}' is not a pair of time and value"));
        return new Counter(name, (counter["limit"] ?? LimitAmong(inputs, name))?.GetValue<int>(), [.. points]);
    }

    /// <summary>Reference runs name the limit of a counter among their inputs.</summary>
    private static JsonNode? LimitAmong(JsonObject inputs, string counter) => counter switch
    {
        "permits-in-use" => inputs["permits"],
        "queue-depth" => inputs["capacity"],
        "server-in-flight" => inputs["server_limit"],
        _ => null,
    };

    private static Wake ReadWake(JsonObject wake) => new(
        Time(wake.Required("at")),
        Text(wake, "lane"),
        wake["cause"]?.GetValue<string>(),
        StateNames.ParseWakeKind(Text(wake, "kind")));

    private static LaneLife ReadLane(JsonObject lane) => new(
        Text(lane, "lane"),
        lane["parent"]?.GetValue<string>(),
        Time(lane.Required("start")),
        OptionalTime(lane["end"]),
        StateNames.ParseEnding(TimelineDefaults.EndingOf(lane)));

    /// <summary>Reference runs do not say when lanes began and ended: from the first thing seen to the last.</summary>
    private static List<LaneLife> LanesOf(IReadOnlyList<Span> spans, IReadOnlyList<Instant> instants)
    {
        var seen = spans.Select(span => (span.Lane, At: span.Start, Rank: 0))
            .Concat(instants.Select(instant => (instant.Lane, instant.At, Rank: 1)))
            .OrderBy(entry => (entry.At, entry.Rank));
        var lives = new List<LaneLife>();
        foreach (var lane in seen.Select(entry => entry.Lane).Distinct())
        {
            var mine = spans.Where(span => span.Lane == lane).ToList();
            var moments = instants.Where(instant => instant.Lane == lane).Select(instant => instant.At)
                .Concat(mine.Select(span => span.Start))
                .Concat(mine.Where(span => span.End is not null).Select(span => span.End!.Value))
                .ToList();
            var open = mine.Find(span => span.End is null);
            lives.Add(new LaneLife(
                lane, null, moments.Min(), open is null ? moments.Max() : null, mine.LastOrDefault()?.Ending ?? Ending.Normal));
        }

        return lives;
    }
}
