using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>A wait for tasks says in the chart what kind of wait it is.</summary>
public sealed class WaitLabelTests
{
    [Fact]
    public Task Gather_ItsWait_SaysGather() => Says("gather", () => Gather.AllAsync(Job("a", 1)));

    [Fact]
    public Task TaskGroup_ItsWait_SaysTaskGroup() => Says("task group", () => TaskGroup.RunAsync(group =>
    {
        _ = group.Start("a", token => Job("b", 1, token: token));
        return Task.CompletedTask;
    }));

    [Theory]
    [InlineData(Until.FirstCompleted, "wait for the first")]
    [InlineData(Until.FirstException, "wait for the first failure")]
    [InlineData(Until.AllCompleted, "wait for all")]
    public Task Wait_UntilAnEvent_SaysWhich(Until until, string label) => Says(label, () => Wait.ForAsync([Job("a", 1)], until));

    private static async Task Says(string label, Func<Task> wait)
    {
        var timeline = await Timeline(wait);
        Assert.Equal([label], timeline.SpansOf("main").Where(span => span is { Activity: Activity.Waiting, IsDerived: false }).Select(span => span.Label));
    }
}
