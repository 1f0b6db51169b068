using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests;

/// <summary>The reference runs, and a comparison by the rules of their README.</summary>
internal static class Reference
{
    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.GetFiles(Repository.Reference, "le*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Ids];

    public static JsonObject Json(string id) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Reference, id + ".json")))!.AsObject();

    public static Timeline Timeline(string id) => TimelineFormat.Read(Json(id));

    /// <summary>Times, states, counters and outcome; lanes and instants only as far as the reference has them.</summary>
    public static void AssertMatches(Timeline actual, string id)
    {
        var expected = Timeline(id);
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.Equal(expected.Total, actual.Total);
        var lanes = expected.Spans.Select(span => span.Lane).Concat(expected.Instants.Select(instant => instant.Lane)).ToHashSet();
        var names = expected.Instants.Select(instant => instant.Name).ToHashSet();
        foreach (var lane in lanes)
        {
            Assert.Equal(expected.SpansOf(lane).Select(Essence), actual.SpansOf(lane).Select(Essence));
            Assert.Equal(
                expected.InstantsOf(lane).Select(Essence),
                actual.InstantsOf(lane).Where(instant => names.Contains(instant.Name)).Select(Essence));
        }

        foreach (var counter in expected.Counters)
        {
            var ours = actual.Counters.Single(candidate => candidate.Name == counter.Name);
            Assert.Equal(counter.Points, ours.Points);
        }

        foreach (var (name, value) in expected.Facts)
        {
            Assert.True(JsonNode.DeepEquals(value, actual.Facts[name]), $"{name}: {value} expected, {actual.Facts[name]} found");
        }
    }

    private static (Activity, Ending, TimeSpan, TimeSpan?) Essence(Span span) => (span.Activity, span.Ending, span.Start, span.End);

    private static (string, TimeSpan) Essence(Instant instant) => (instant.Name, instant.At);
}
