using System.Text.Json.Nodes;
using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Demos;

/// <summary>The examples 24.0 and 24.1, built from our own parts, do what they do on asyncio.</summary>
public sealed class ReferenceRunTests
{
    [Theory]
    [InlineData("lecture24-24.0.unbounded")]
    [InlineData("lecture24-24.0.semaphore-10")]
    [InlineData("lecture24-24.0.semaphore-25")]
    public async Task Run_FanOutAgainstAServer_MatchesTheReference(string id)
    {
        var inputs = Reference.Json(id)["inputs"]!;
        var run = await Demo.Run(id, () => FanOut(inputs), Pace.Virtual);
        Reference.AssertMatches(run.Timeline, id);
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    [Theory]
    [InlineData("lecture24-24.1.unbounded")]
    [InlineData("lecture24-24.1.as-written")]
    [InlineData("lecture24-24.1.unequal")]
    public async Task Run_NineSessions_MatchTheReference(string id)
    {
        var inputs = Reference.Json(id)["inputs"]!;
        var run = await Demo.Run(id, () => Sessions(inputs), Pace.Virtual);
        Reference.AssertMatches(run.Timeline, id);
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    [Fact]
    public async Task CriticalPath_OfUnequalSessions_LeadsThroughThoseThatHandedOn()
    {
        var inputs = Reference.Json("lecture24-24.1.unequal")["inputs"]!;
        var run = await Demo.Run("unequal", () => Sessions(inputs), Pace.Virtual);
        Assert.Equal(
            [("session-1", 0.0, 0.3), ("session-6", 0.3, 0.54), ("session-9", 0.54, 0.81)],
            CriticalPath.Of(run.Timeline).Select(step => (step.Lane, step.Start.TotalSeconds, step.End.TotalSeconds)));
    }

    [Fact]
    public void AssertMatches_OneSpanMoved_Fails()
    {
        var timeline = Reference.Timeline("lecture24-24.1.unequal");
        Reference.AssertMatches(timeline, "lecture24-24.1.unequal");
        var moved = new Timeline
        {
            Title = "",
            Outcome = timeline.Outcome,
            Total = timeline.Total,
            Spans = [.. timeline.Spans.Select((span, index) => index == 7 ? span with { End = span.End + TimeSpan.FromMilliseconds(1) } : span)],
            Instants = timeline.Instants,
            Counters = timeline.Counters,
            Facts = timeline.Facts,
        };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Reference.AssertMatches(moved, "lecture24-24.1.unequal"));
    }

    private static async Task<FanOutResult> FanOut(JsonNode inputs)
    {
        var server = new ModelServer((int)inputs["server_limit"]!, (double)inputs["service_seconds"]!);
        var semaphore = inputs["client_limit"] is { } limit ? new AsyncSemaphore((int)limit) : null;
        var answers = await Task.WhenAll(Enumerable.Range(1, (int)inputs["calls"]!).Select(
            number => Demo.Lane($"call-{number:000}", async () =>
            {
                using var permit = semaphore is null ? default : await semaphore.EnterAsync();
                return await server.Call();
            })));
        return new FanOutResult(answers.Count(status => status == 200), answers.Count(status => status == 429));
    }

    private static async Task<SessionsResult> Sessions(JsonNode inputs)
    {
        var semaphore = new AsyncSemaphore((int?)inputs["permits"] ?? inputs["sessions"]!.AsArray().Count);
        var starts = new Dictionary<string, double>();
        var results = await Task.WhenAll(inputs["sessions"]!.AsArray().Select(session =>
        {
            var name = (string)session!["lane"]!;
            return Demo.Lane(name, async () =>
            {
                using var permit = await semaphore.EnterAsync();
                starts.Add(name, Demo.Now);
                await Demo.Work((double)session["seconds"]!);
                return $"{name} ok";
            });
        }));
        return new SessionsResult(starts, results);
    }

    private sealed record FanOutResult(int Ok, int TooManyRequests);

    private sealed record SessionsResult(Dictionary<string, double> Starts, string[] Results);
}
