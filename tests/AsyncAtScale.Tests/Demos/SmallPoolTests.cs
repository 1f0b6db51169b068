using System.Diagnostics.Metrics;
using AsyncAtScale.Demos;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Demos;

/// <summary>A pool that starves on purpose, watched by a meter, and gets its threads back.</summary>
public sealed class SmallPoolTests
{
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Of_TwoThreadsAndBlockingRequests_StandsStillUntilRelieved()
    {
        var limits = Limits();
        var run = await Run(blocks: true);

        Assert.Null(run.Exception);
        Assert.True(run.Elapsed.TotalSeconds >= 0.3, $"over at {run.Elapsed}, before the relief");
        Assert.True(run.Timeline.Counters.Single(counter => counter.Name == "pool-queue").Peak > 0, "the queue was never seen");
        Assert.Equal(6, run.Timeline.Spans.Count(span => span is { Activity: Activity.Waiting, Reason: "thread" }));
        Assert.Equal(6, run.Timeline.Spans.Count(span => span is { Activity: Activity.Blocking, Label: "answer", Ending: Ending.Normal }));
        Assert.Equal(limits, Limits());
    }

    [Fact]
    public async Task Of_TwoThreadsAndAwaitingRequests_IsEnough()
    {
        var run = await Run(blocks: false);

        Assert.Null(run.Exception);
        Assert.DoesNotContain(run.Timeline.Spans, span => span.Activity == Activity.Blocking);
        Assert.DoesNotContain("mk m-canc", run.ToHtml(), StringComparison.Ordinal); // a wait of microseconds is not a cancelled one
    }

    [Fact]
    public async Task Of_AtVirtualPace_IsRefused()
    {
        var run = await Demo.Run("virtual", () => Task.FromResult(SmallPool.Of(2)), Pace.Virtual);

        Assert.IsType<InvalidOperationException>(run.Exception);
    }

    [Fact]
    public async Task BlockOn_WhatFails_PassesItsExceptionOn()
    {
        var run = await Demo.Run("fails", () =>
        {
            Demo.BlockOn("answer", Task.FromException(new FormatException()));
            return Task.CompletedTask;
        }, Pace.Virtual);

        Assert.IsType<FormatException>(run.Exception);
    }

    [Fact]
    public async Task MeterWatch_OfAnInstrument_DrawsItsSum()
    {
        using var meter = new Meter("shop");
        meter.CreateObservableUpDownCounter("carts", () => new Measurement<int>[] { new(2), new(3) });
        var run = await Demo.Run("watch", async () =>
        {
            using var watch = MeterWatch.Start("shop", "carts", "carts");
            await Demo.Work(0.02);
        }, Pace.Real);

        Assert.Equal(5, Assert.Single(run.Timeline.Counters).Peak);
        Assert.Throws<InvalidOperationException>(() => MeterWatch.Start("shop", "carts", "carts"));
    }

    private static Task<DemoRun> Run(bool blocks) => Demo.Run(
        "six requests",
        async () =>
        {
            using var pool = SmallPool.Of(threads: 2, relief: 0.3);
            using var queue = MeterWatch.Start("System.Runtime", "dotnet.thread_pool.queue.length", "pool-queue");
            await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Demo.OnPool($"request-{n}", async () =>
            {
                var answer = Task.Delay(Answer, Demo.Clock);
                if (blocks)
                {
                    Demo.BlockOn("answer", answer);
                }
                else
                {
                    await Demo.Waiting("answer", answer);
                }
            })));
        },
        Pace.Real);

    private static (int, int, int, int) Limits()
    {
        ThreadPool.GetMinThreads(out var minWorkers, out var minPorts);
        ThreadPool.GetMaxThreads(out var maxWorkers, out var maxPorts);
        return (minWorkers, minPorts, maxWorkers, maxPorts);
    }
}
