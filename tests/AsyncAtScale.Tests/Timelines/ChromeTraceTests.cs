using System.Text.Json.Nodes;
using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Tests.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Timelines;

/// <summary>A trace file that viewers open: valid, nested, with arrows that have both ends.</summary>
public sealed class ChromeTraceTests
{
    public static TheoryData<string> Ids => [.. Reference.Ids];

    [Fact]
    public async Task ToChromeTrace_OfAHandover_IsTheWholeStory()
    {
        var run = await Demo.Run("Two, one permit", async () =>
        {
            var gate = new AsyncSemaphore(1);

            async Task Visit()
            {
                using var permit = await gate.EnterAsync();
                await Demo.Work(0.3, "call");
            }

            await Task.WhenAll(Demo.Lane("a", Visit), Demo.Lane("b", Visit));
        }, Pace.Virtual);

        Assert.Equal(
            """
            {"displayTimeUnit":"ms","traceEvents":[
            {"ph":"M","name":"process_name","pid":1,"tid":0,"args":{"name":"Two, one permit"}},
            """.ReplaceLineEndings("\n"), string.Join('\n', run.Timeline.ToChromeTrace().Split('\n').Take(2)));
        var lines = run.Timeline.ToChromeTrace().Split('\n').Select(line => line.TrimEnd(',')).ToList();
        Assert.Contains("""{"ph":"M","name":"thread_name","pid":1,"tid":2,"args":{"name":"a"}}""", lines);
        Assert.Contains("""{"ph":"X","name":"call","cat":"running","pid":1,"tid":2,"ts":0,"dur":300000,"args":{"activity":"running","ending":"normal"}}""", lines);
        Assert.Contains("""{"ph":"X","name":"permit","cat":"waiting","pid":1,"tid":3,"ts":0,"dur":300000,"args":{"activity":"waiting","ending":"normal","reason":"permit"}}""", lines);
        Assert.Contains("""{"ph":"i","name":"started","cat":"instant","pid":1,"tid":3,"ts":300000,"s":"t","args":{}}""", lines);
        Assert.Contains("""{"ph":"C","name":"permits-in-use","pid":1,"ts":0,"args":{"value":1}}""", lines);
        var number = Assert.Single(run.Timeline.Wakes.Index(), wake => wake.Item.Kind == WakeKind.Handover && wake.Item.Cause == "a").Index;
        Assert.Contains($$"""{"ph":"s","name":"handover","cat":"wake","pid":1,"tid":2,"ts":299999.9,"id":{{number}}}""", lines);
        Assert.Contains($$"""{"ph":"f","name":"handover","cat":"wake","pid":1,"tid":3,"ts":300000,"id":{{number}},"bp":"e"}""", lines);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ToChromeTrace_OfEveryReferenceRun_KeepsEverySpanAndNests(string id)
    {
        var timeline = Reference.Timeline(id);
        var events = Events(timeline);
        Assert.Equal(timeline.Spans.Count, events.Count(happened => Phase(happened) == "X"));
        Assert.Equal(timeline.Instants.Count, events.Count(happened => Phase(happened) == "i"));
        AssertWellFormed(events);
    }

    [Fact]
    public void ToChromeTrace_OfWhatNeverEnds_GoesUpToTheEnd()
    {
        var stuck = new Span("a", Activity.Waiting, Ending.Stuck, null, WaitReason.Lock, TimeSpan.FromSeconds(1), null);
        var span = Assert.Single(
            Events(new Timeline { Title = "t", Outcome = Outcome.Deadlock, Total = TimeSpan.FromSeconds(3), Spans = [stuck] }),
            happened => Phase(happened) == "X");
        Assert.Equal(("lock", "stuck", 1e6, 2e6), ((string?)span["name"], (string?)span["args"]!["ending"], (double)span["ts"]!, (double)span["dur"]!));
    }

    [Fact]
    public void ToChromeTrace_OfNothing_IsValid() =>
        Assert.Single(Events(new Timeline { Title = "", Outcome = Outcome.Completed, Total = TimeSpan.Zero }));

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToChromeTrace_WithAHostileName_KeepsItAsText(string name)
    {
        var timeline = HostileNamesTests.Everywhere(name);
        var events = Events(timeline);
        AssertWellFormed(events);
        var lane = Assert.Single(events, happened => (string?)happened["name"] == "thread_name" && (int)happened["tid"]! == 1);
        Assert.Equal(name.Replace('\ud83d', '\ufffd').Length, ((string)lane["args"]!["name"]!).Length);
        Assert.DoesNotContain("</", timeline.ToChromeTrace(), StringComparison.Ordinal);
        Assert.DoesNotContain(timeline.ToChromeTrace(), character => character != '\n' && char.IsControl(character));
    }

    private static List<JsonObject> Events(Timeline timeline) =>
        [.. JsonNode.Parse(timeline.ToChromeTrace())!["traceEvents"]!.AsArray().Select(happened => happened!.AsObject())];

    private static string? Phase(JsonObject happened) => (string?)happened["ph"];

    /// <summary>Stretches of a thread lie side by side or inside one another; every arrow has two ends, each in a stretch.</summary>
    private static void AssertWellFormed(List<JsonObject> events)
    {
        var threads = events.Where(happened => Phase(happened) == "X")
            .Select(happened => (Thread: (int)happened["tid"]!, From: Tenths(happened["ts"]!), To: Tenths(happened["ts"]!) + Tenths(happened["dur"]!)))
            .ToLookup(span => span.Thread);
        foreach (var spans in threads.Select(thread => thread.OrderBy(span => span.From).ThenByDescending(span => span.To).ToList()))
        {
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.From >= pair.First.To || pair.Second.To <= pair.First.To));
        }

        var tails = events.Where(happened => Phase(happened) == "s").Select(happened => (int)happened["id"]!).ToList();
        Assert.Equal(tails, events.Where(happened => Phase(happened) == "f").Select(happened => (int)happened["id"]!));
        Assert.Equal(tails.Distinct(), tails);
        Assert.All(events.Where(happened => Phase(happened) is "s" or "f"), arrow => Assert.Contains(
            threads[(int)arrow["tid"]!], span => span.From <= Tenths(arrow["ts"]!) && Tenths(arrow["ts"]!) < span.To));
    }

    private static long Tenths(JsonNode time) => (long)Math.Round((double)time * 10);
}
