using AsyncAtScale.Loop;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Loop;

/// <summary>What a run that stands still says of each lane.</summary>
public sealed class StuckReportTests
{
    [Theory]
    [InlineData(null, null, null, "waits (nothing recorded what for)")]
    [InlineData(Activity.Waiting, null, null, "waits")]
    [InlineData(Activity.Waiting, "permit", WaitReason.Permit, "waits for a permit")]
    [InlineData(Activity.Waiting, null, WaitReason.Timer, "waits for a timer")]
    [InlineData(Activity.Waiting, "get", WaitReason.Item, "waits for an item (get)")]
    [InlineData(Activity.Waiting, null, WaitReason.Event, "waits for the event")]
    [InlineData(Activity.Waiting, null, WaitReason.Lock, "waits for the lock")]
    [InlineData(Activity.Waiting, "gather", WaitReason.Tasks, "waits for other tasks (gather)")]
    [InlineData(Activity.Waiting, "put 3", WaitReason.Room, "waits for room (put 3)")]
    [InlineData(Activity.Waiting, "the weather", null, "waits for the weather")]
    [InlineData(Activity.Backoff, "after attempt 1", null, "pauses before a retry")]
    [InlineData(Activity.Blocking, "reading", null, "blocks the thread")]
    [InlineData(Activity.Running, null, null, "runs")]
    [InlineData(Activity.Running, "parsing", null, "runs parsing")]
    public void ToString_OfALane_SaysWhatItDoes(Activity? activity, string? label, string? reason, string doing)
    {
        var report = new StuckReport(Seconds(1.5), "why", [new LaneStatus("a", activity, label, reason, Seconds(0.25))]);
        Assert.Equal($"Stuck at 1.5 s: why.\n  a  {doing} since 0.25 s", report.ToString());
    }

    [Fact]
    public void ToString_OfSeveralLanes_StandsInColumns()
    {
        LaneStatus[] lanes = [new("a", Activity.Running, null, null, Seconds(0)), new("longer", Activity.Running, null, null, Seconds(1))];
        Assert.Equal("Stuck at 2 s: why.\n  a       runs since 0 s\n  longer  runs since 1 s", new StuckReport(Seconds(2), "why", lanes).ToString());
    }

    [Fact]
    public void ToString_WithoutLanes_IsOneLine() => Assert.Equal("Stuck at 0 s: why.", new StuckReport(Seconds(0), "why", []).ToString());

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
