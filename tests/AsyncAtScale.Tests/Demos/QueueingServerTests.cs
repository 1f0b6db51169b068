using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Demos;

/// <summary>A server that takes every call and does not hear its callers hang up.</summary>
public sealed class QueueingServerTests
{
    [Fact]
    public async Task Call_SeveralAtOnce_AreWorkedOffInOrder()
    {
        var server = new QueueingServer(0.3);
        var run = await Demo.Run("queue", async () =>
        {
            var calls = Enumerable.Range(1, 3).Select(async _ =>
            {
                await server.Call();
                return Demo.Now;
            });
            return await Task.WhenAll(calls);
        }, Pace.Virtual);

        Assert.Equal([0.3, 0.6, 0.9], run.Result);
        Assert.Equal([(0.0, 3), (0.3, 2), (0.6, 1), (0.9, 0)], Points(run, "server-in-flight"));
        Assert.Equal((3, 3, 0), (server.Received, server.Answered, server.Wasted));
    }

    [Fact]
    public async Task Call_CallerHangsUp_IsWorkedOnForNobody()
    {
        var server = new QueueingServer(0.3);
        var run = await Demo.Run("hang up", async () =>
        {
            var patience = TimeSpan.FromSeconds(0.4);
            await Gather.SettledAsync(server.Call(), Deadline.CancelAfterAsync(server.Call, patience));
            await server.Call();
            return Demo.Now;
        }, Pace.Virtual);

        Assert.Equal(0.9, run.Result);
        Assert.Equal([(0.0, 0), (0.4, 1), (0.6, 0)], Points(run, "for-nobody"));
        Assert.Equal((3, 2, 1), (server.Received, server.Answered, server.Wasted));
    }

    [Fact]
    public async Task Call_WhileTheServerPauses_WaitsUntilItResumes()
    {
        var server = new QueueingServer(0.1, pausesAt: 0.15, resumesAt: 1);
        var run = await Demo.Run("pause", async () =>
        {
            var first = Ended(server.Call());
            var second = Ended(server.Call());
            var third = Ended(server.Call());
            return await Task.WhenAll(first, second, third);
        }, Pace.Virtual);

        Assert.Equal([0.1, 0.2, 1.1], run.Result); // the second was begun before the pause

        static async Task<double> Ended(Task call)
        {
            await call;
            return Demo.Now;
        }
    }

    [Fact]
    public async Task Call_OutsideARun_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new QueueingServer(0.1).Call());

    private static IEnumerable<(double At, int Value)> Points(DemoRun run, string counter) =>
        run.Timeline.Counters.Single(c => c.Name == counter).Points.Select(p => (p.At.TotalSeconds, p.Value));
}
