using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Timelines;

public sealed class TimelineInvariantsTests
{
    private static readonly LaneLife Life = new("a", null, TimeSpan.Zero, Seconds(2), Ending.Normal);

    [Fact]
    public void Violations_OfAnHonestTimeline_AreNone() => Assert.Empty(TimelineInvariants.Violations(Make()));

    [Fact]
    public void Violations_SpanEndsBeforeItStarts_IsFound() =>
        AssertFound("ends before it starts", Make(spans: [Span(0, 2), Span(2, 1)]));

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void Violations_CounterOutsideItsLimit_IsFound(int value) =>
        AssertFound($"n is {value} at 1 s", Make(counter: new Counter("n", 3, [new(Seconds(1), value), new(Seconds(2), 0)])));

    [Fact]
    public void Violations_SpansOfALaneOverlap_IsFound() =>
        AssertFound("0 s to 1.5 s and 1 s to 2 s overlap", Make(spans: [Span(0, 1.5), Span(1, 2)]));

    [Fact]
    public void Violations_LaneWithAGap_IsFound() =>
        AssertFound("its spans sum to 1.5 s", Make(spans: [Span(0, 1), Span(1.5, 2)]));

    [Fact]
    public void Violations_WorkBeyondTheLanesLife_IsNone() =>
        Assert.Empty(TimelineInvariants.Violations(Make(spans: [Span(0, 3)], total: 3)));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Violations_WaitWithoutExactlyOneCause_IsFound(int causes) =>
        AssertFound($"has {causes} causes instead of one", Make(
            spans: [Wait(0, 1), Span(1, 2)],
            wakes: [.. Enumerable.Repeat(new Wake(Seconds(1), "a", null, WakeKind.Timer), causes)]));

    [Fact]
    public void Violations_WokenTwiceInAMoment_IsNone() =>
        Assert.Empty(TimelineInvariants.Violations(Make(
            spans: [Wait(0, 1), Wait(1, 1) with { Ending = Ending.Cancelled }, Span(1, 2)],
            wakes: [.. Enumerable.Repeat(new Wake(Seconds(1), "a", null, WakeKind.Timer), 2)])));

    [Fact]
    public void Violations_PathThatCannotReachTheStart_IsFound() =>
        AssertFound("the critical path is 3 s long, the run 2 s", Make(spans: [Span(-1, 2)]));

    private static void AssertFound(string sentence, Timeline timeline) =>
        Assert.Contains(TimelineInvariants.Violations(timeline), found => found.Contains(sentence, StringComparison.Ordinal));

    private static Timeline Make(Span[]? spans = null, Wake[]? wakes = null, Counter? counter = null, double total = 2) => new()
    {
        Title = "",
        Outcome = Outcome.Completed,
        Total = Seconds(total),
        Spans = spans ?? [Span(0, 2)],
        Wakes = wakes ?? [],
        Counters = counter is null ? [] : [counter],
        Lanes = [Life],
    };

    private static Span Span(double start, double end) =>
        new("a", Activity.Running, Ending.Normal, null, null, Seconds(start), Seconds(end));

    private static Span Wait(double start, double end) =>
        Span(start, end) with { Activity = Activity.Waiting, Reason = WaitReason.Permit };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
