using System.Text.Json.Nodes;
using Handouts.Execution.References;

namespace Handouts.Tests.Execution;

public class ReferenceMatchTests
{
    private const string Semaphore = "lecture24-24.1.as-written";
    private const string Queue = "lecture24-24.4.consumers-slower";
    private const string Deadlock = "lesson3-V.2.as-written";

    public static TheoryData<string> Runs =>
        [.. Directory.GetFiles(Repository.Reference, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_RunAgainstItself_AreNone(string run) =>
        Assert.Empty(ReferenceMatch.Differences(Load(run), Load(run)));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_AnyTimeMoved_AreFound(string run)
    {
        var count = Times(Expected(Load(run))).Count;
        for (var i = 0; i < count; i++)
        {
            var changed = Load(run);
            Times(Expected(changed))[i](1e-5);

            Assert.NotEmpty(ReferenceMatch.Differences(changed, Load(run)));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_AnythingLeftOut_AreFound(string run)
    {
        foreach (var list in new[] { "spans", "instants", "counters" })
        {
            var count = Expected(Load(run))[list]!.AsArray().Count;
            for (var i = 0; i < count; i += 1 + (count / 10))
            {
                var changed = Load(run);
                Expected(changed)[list]!.AsArray().RemoveAt(i);

                Assert.NotEmpty(ReferenceMatch.Differences(changed, Load(run)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_MoreRecordedThanTheReference_AreNone(string run)
    {
        var more = Load(run);
        var expected = Expected(more);
        var lane = (string)expected["instants"]!.AsArray().Concat(expected["spans"]!.AsArray()).First()!["lane"]!;
        expected["spans"]!.AsArray().Add(Json("""{ "lane": "another", "state": "running", "activity": "running", "label": "", "start": 0.0, "end": 9.0 }"""));
        expected["spans"]!.AsArray().Add(Json($$"""{ "lane": "{{lane}}", "state": "waiting", "activity": "waiting", "label": "", "start": 0.0, "end": 0.0 }"""));
        expected["spans"]!.AsArray().Insert(0, Json($$"""{ "lane": "{{lane}}", "state": "waiting", "activity": "waiting", "label": "", "start": 0.0, "end": 0.05, "derived": true }"""));
        expected["instants"]!.AsArray().Add(Json("""{ "lane": "another", "name": "finished", "at": 0.1, "detail": {} }"""));
        expected["instants"]!.AsArray().Add(Json($$"""{ "lane": "{{lane}}", "name": "something-else", "at": 0.1, "detail": {} }"""));
        expected["counters"]!.AsArray().Add(Json("""{ "name": "another", "points": [[0.0, 1]] }"""));
        expected["summary"]!["another"] = 1;

        Assert.Empty(ReferenceMatch.Differences(more, Load(run)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_LanesInAnotherOrderAtEqualTimes_AreNone(string run)
    {
        var swapped = Load(run);
        Reorder(swapped, "instants", item => (double)item["at"]!);
        Reorder(swapped, "spans", item => (double)item["start"]!);
        foreach (var span in Expected(swapped)["spans"]!.AsArray())
        {
            span!["label"] = "another label";
        }

        Assert.Empty(ReferenceMatch.Differences(swapped, Load(run)));
    }

    [Fact]
    public void Differences_OrderWithinALaneAtOneTime_AreFound()
    {
        var changed = Load(Semaphore);
        var instants = Expected(changed)["instants"]!.AsArray();
        var pair = Enumerable.Range(0, instants.Count)
            .SelectMany(i => Enumerable.Range(i + 1, instants.Count - i - 1).Select(j => (i, j)))
            .First(pair => (string?)instants[pair.i]!["lane"] == (string?)instants[pair.j]!["lane"]
                && (double)instants[pair.i]!["at"]! == (double)instants[pair.j]!["at"]!);
        (instants[pair.i]!["name"], instants[pair.j]!["name"]) =
            (instants[pair.j]!["name"]!.DeepClone(), instants[pair.i]!["name"]!.DeepClone());

        var sentence = Assert.Single(ReferenceMatch.Differences(changed, Load(Semaphore)));
        Assert.StartsWith("lane session-", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_WaitsThatTouchJoinedIntoOne_AreNone(string run)
    {
        var split = Load(run);
        var spans = Expected(split)["spans"]!.AsArray();
        foreach (var wait in spans.Where(span => (string)span!["activity"]! == "waiting" && span["end"] is not null).ToList())
        {
            var half = ((double)wait!["start"]! + (double)wait["end"]!) / 2;
            var rest = wait.DeepClone();
            (wait["end"], wait["state"], rest["start"]) = (half, "waiting", half);
            spans.Add(rest);
        }

        Assert.Empty(ReferenceMatch.Differences(split, Load(run)));
    }

    [Fact]
    public void Differences_WaitsWithAGapBetween_AreFound()
    {
        var changed = Load("lesson3-II.4.mixed");
        var wait = Expected(changed)["spans"]!.AsArray().First(span => (string)span!["lane"]! == "main")!;
        var rest = wait.DeepClone();
        (wait["end"], rest["start"]) = (1.0, 1.5);
        Expected(changed)["spans"]!.AsArray().Add(rest);

        Assert.NotEmpty(ReferenceMatch.Differences(changed, Load("lesson3-II.4.mixed")));
    }

    [Theory]
    [InlineData(Semaphore, "spans", 0, "state", "\"cancelled\"")]
    [InlineData(Semaphore, "spans", 0, "activity", "\"backoff\"")]
    [InlineData(Semaphore, "instants", 0, "name", "\"released\"")]
    [InlineData(Queue, "counters", 0, "name", "\"depth\"")]
    [InlineData(Deadlock, "spans", -1, "end", "7.0")]
    public void Differences_AValueChanged_AreFound(string run, string list, int index, string key, string value)
    {
        var changed = Load(run);
        var items = Expected(changed)[list]!.AsArray();
        var item = index >= 0 ? items[index]! : items.First(span => span!["end"] is null)!;
        item[key] = JsonNode.Parse(value);

        Assert.NotEmpty(ReferenceMatch.Differences(changed, Load(run)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Differences_AnySummaryKeyOfTheReferenceChanged_AreFound(string run)
    {
        foreach (var (key, value) in Expected(Load(run))["summary"]!.AsObject())
        {
            var reference = Load(run);
            Expected(reference)["summary"]![key] = value is JsonArray ? Json("""["nobody", "else"]""") : value is JsonObject ? Json("""{ "x": 1 }""") : Json("\"other\"");

            var sentence = Assert.Single(ReferenceMatch.Differences(Load(run), reference));
            Assert.StartsWith($"summary, {key}: ", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Differences_CounterPointsInsideOneMoment_AreNone()
    {
        var changed = Load(Queue);
        var points = Expected(changed)["counters"]![0]!["points"]!.AsArray();
        points.Insert(1, Json($"[{points[1]![0]!.ToJsonString()}, 99]"));

        Assert.Empty(ReferenceMatch.Differences(changed, Load(Queue)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "expected": { "spans": [1], "summary": {} } }""")]
    [InlineData("""{ "expected": { "spans": [{ "lane": 1 }], "summary": {} } }""")]
    public void Differences_WhatIsNoTimeline_SayThat(string json) => Assert.Equal(
        ["the timeline is not in the reference format"],
        ReferenceMatch.Differences(JsonNode.Parse(json)!.AsObject(), Load(Semaphore)));

    private static JsonObject Load(string run) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Reference, run + ".json")))!.AsObject();

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private static JsonNode Expected(JsonObject run) => run["expected"]!;

    /// <summary>Every time in a run, as something that moves it.</summary>
    private static List<Action<double>> Times(JsonNode expected) =>
    [
        .. expected["spans"]!.AsArray().SelectMany(span => new[] { "start", "end" }
            .Where(key => span![key] is not null)
            .Select(key => (Action<double>)(by => span![key] = (double)span[key]! + by))),
        .. expected["instants"]!.AsArray().Select(instant => (Action<double>)(by => instant!["at"] = (double)instant["at"]! + by)),
        .. expected["counters"]!.AsArray().SelectMany(counter => counter!["points"]!.AsArray())
            .Select(point => (Action<double>)(by => point![0] = (double)point[0]! + by)),
        by => expected["summary"]!["total_s"] = (double)expected["summary"]!["total_s"]! + by,
    ];

    /// <summary>Lanes backwards at equal times, each lane's own order kept.</summary>
    private static void Reorder(JsonObject run, string list, Func<JsonNode, double> time)
    {
        var items = Expected(run)[list]!.AsArray().Select(item => item!.DeepClone()).ToList();
        Expected(run)[list] = new JsonArray([.. items
            .OrderBy(time)
            .ThenByDescending(item => (string)item["lane"]!, StringComparer.Ordinal)]);
    }
}
