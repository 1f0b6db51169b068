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

    /// <summary>
    /// As <see cref="AssertMatches"/>, without the demo's own facts: for code that a primitive alone must match. Waits
    /// that nobody recorded do not count, and a wait that goes on where another ended counts as one.
    /// </summary>
    /// <param name="actual">The run.</param>
    /// <param name="id">The reference.</param>
    /// <param name="unsaid">Instants that somebody else says, or nobody can.</param>
    public static void AssertRecordMatches(Timeline actual, string id, params string[] unsaid)
    {
        var expected = Timeline(id);
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.Equal(expected.Total, actual.Total);
        var lanes = expected.Spans.Select(span => span.Lane).Concat(expected.Instants.Select(instant => instant.Lane)).ToHashSet();
        var names = expected.Instants.Select(instant => instant.Name).Except(unsaid).ToHashSet();
        foreach (var lane in lanes)
        {
            Assert.Equal(Joined(expected.SpansOf(lane)), Joined(actual.SpansOf(lane).Where(span => !span.IsDerived)));
            Assert.Equal(
                expected.InstantsOf(lane).Where(instant => names.Contains(instant.Name)).Select(Essence),
                actual.InstantsOf(lane).Where(instant => names.Contains(instant.Name)).Select(Essence));
        }

        Assert.Empty(actual.Lanes.Select(lane => lane.Name).Except(lanes).Except(["main"]));
        foreach (var counter in expected.Counters)
        {
            Assert.Equal(counter.Points, actual.Counters.Single(candidate => candidate.Name == counter.Name).Points);
        }
    }

    private static List<(Activity Activity, Ending Ending, TimeSpan Start, TimeSpan? End)> Joined(IEnumerable<Span> spans)
    {
        var joined = new List<(Activity Activity, Ending Ending, TimeSpan Start, TimeSpan? End)>();
        foreach (var span in spans)
        {
            var goesOn = joined.Count > 0 && span.Activity == Activity.Waiting
                && joined[^1] is { Activity: Activity.Waiting, Ending: Ending.Normal } last && last.End == span.Start;
            if (goesOn)
            {
                joined[^1] = joined[^1] with { Ending = span.Ending, End = span.End };
            }
            else
            {
                joined.Add(Essence(span));
            }
        }

        return joined;
    }

    private static (Activity, Ending, TimeSpan, TimeSpan?) Essence(Span span) => (span.Activity, span.Ending, span.Start, span.End);

    private static (string, TimeSpan) Essence(Instant instant) => (instant.Name, instant.At);
}
