using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

public sealed class TaskGroupTests
{
    [Fact]
    public async Task Start_AChildThatReturnsNoTask_FailsTheGroupInsteadOfKeepingItOpen()
    {
        var problem = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(group =>
        {
            _ = group.Start("nothing", _ => (Task)null!);
            return Task.CompletedTask;
        }));

        Assert.IsType<InvalidOperationException>(Assert.Single(problem.InnerExceptions));
    }

    [Fact]
    public async Task RunAsync_ChildrenNobodyAwaits_EndsWhenTheLastHasEnded()
    {
        var timeline = await Timeline(async () =>
        {
            var result = await TaskGroup.RunAsync(group =>
            {
                _ = Child(group, "a", 2);
                _ = Child(group, "b", 3);
                _ = Child(group, "c", 1);
                return Task.FromResult("done");
            });
            Assert.Equal(("done", 3.0), (result, Now));
        });
        Assert.Equal(["tasks 0-3 Normal"], Waits(timeline, "main"));
        Assert.Equal(["Handover b 3"], Wakes(timeline, "main"));
        Assert.All(timeline.Lanes, lane => Assert.NotNull(lane.End));
        Assert.Equal(["main", "main", "main"], timeline.Lanes.Where(lane => lane.Name != "main").Select(lane => lane.Parent));
    }

    [Fact]
    public async Task RunAsync_NoChildren_EndsWithItsBlock()
    {
        Assert.Equal(3, await TaskGroup.RunAsync(_ => Task.FromResult(3)));
        await TaskGroup.RunAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task Start_ReturnsTheChildsTask_ItsResultCanBeAwaitedInTheBlock() => await Timeline(async () =>
        Assert.Equal("a ok", await TaskGroup.RunAsync(async group => await Child(group, "a", 1))));

    [Fact]
    public async Task RunAsync_AChildFails_CancelsTheSiblingsWaitsForTheirCleanUpAndThrows()
    {
        var timeline = await Timeline(async () =>
        {
            var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(group =>
            {
                _ = Child(group, "good", 3, cleanUp: 0.5);
                _ = Child(group, "bad", 2, new FormatException("bad"));
                return Task.CompletedTask;
            }));
            Assert.Equal(("bad", 2.5), (Assert.Single(thrown.InnerExceptions).Message, Now));
        });
        Assert.Equal(["good"], timeline.LanesWith("cancelled"));
        Assert.Equal(["Cancellation bad 2"], Wakes(timeline, "good"));
        Assert.Equal(["tasks 0-2.5 Failed"], Waits(timeline, "main"));
        Assert.Equal(["Handover good 2.5"], Wakes(timeline, "main"));
    }

    [Fact]
    public async Task RunAsync_SeveralFail_AllFailuresSurviveInTheirOrder() => await Timeline(async () =>
    {
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(async group =>
        {
            FailWhenCancelled(group, "third", 1);
            FailWhenCancelled(group, "second", 0.5);
            _ = Child(group, "first", 1, new FormatException("first"));
            await Pause(4, group.CancellationToken);
        }));
        Assert.Equal(["first", "second", "third"], thrown.InnerExceptions.Select(problem => problem.Message));
        Assert.Equal(2, Now);

        static void FailWhenCancelled(TaskGroup group, string name, double after) => _ = group.Start(name, async token =>
        {
            try
            {
                await Work(5, cancellationToken: token);
            }
            catch (OperationCanceledException)
            {
                await Work(after, cancellationToken: CancellationToken.None);
                throw new FormatException(name);
            }
        });
    });

    [Fact]
    public async Task RunAsync_AChildIsCancelled_AffectsNobody()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            Task<string>? child = null;
            await TaskGroup.RunAsync(group =>
            {
                child = group.Start("a", _ => Job("inner", 5, token: stop.Token));
                _ = Child(group, "b", 2);
                return Task.CompletedTask;
            });
            Assert.True(child!.IsCanceled);
        });
        Assert.Equal([2.0], Times(timeline, "b", "finished"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task RunAsync_TheBlockThrows_CancelsTheChildrenAndThrows(double after)
    {
        var timeline = await Timeline(async () =>
        {
            var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(group =>
            {
                _ = Child(group, "a", 5, cleanUp: 1);
                return after == 0 ? throw new FormatException() : ThrowLater(after);
            }));
            Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
            Assert.Equal(after + 1, Now);
        });
        Assert.Equal(["a"], timeline.LanesWith("cancelled"));

        static async Task ThrowLater(double seconds)
        {
            await Pause(seconds);
            throw new FormatException();
        }
    }

    [Fact]
    public async Task RunAsync_TheBlockIsCancelled_CancelsTheChildrenToo() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1), Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TaskGroup.RunAsync(async group =>
        {
            _ = Child(group, "a", 5, cleanUp: 1);
            await Pause(9, stop.Token);
        }));
        Assert.Equal(2, Now);
    });

    [Fact]
    public async Task RunAsync_CancelledFromOutside_CancelsWaitsAndThrows()
    {
        var timeline = await Timeline(async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TaskGroup.RunAsync(
                group =>
                {
                    _ = Child(group, "a", 5, cleanUp: 0.5);
                    return Task.CompletedTask;
                },
                stop.Token));
            Assert.Equal((stop.Token, 1.5), (thrown.CancellationToken, Now));
        });
        Assert.Equal(["tasks 0-1.5 Cancelled"], Waits(timeline, "main"));
    }

    [Fact]
    public async Task RunAsync_CancelledFromOutsideAndAFailure_TheFailureIsNotLost() => await Timeline(async () =>
    {
        using var stop = new CancellationTokenSource(Seconds(1), Clock);
        await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(
            group =>
            {
                _ = Child(group, "a", 0.5, new FormatException());
                _ = Child(group, "b", 5, cleanUp: 2);
                return Task.CompletedTask;
            },
            stop.Token));
        Assert.Equal(2.5, Now);
    });

    [Fact]
    public async Task Start_InAChild_TheGroupWaitsForTheGrandchildToo() => await Timeline(async () =>
    {
        await TaskGroup.RunAsync(group =>
        {
            _ = group.Start("a", async token =>
            {
                await Work(1, cancellationToken: token);
                _ = group.Start("b", async inner =>
                {
                    await Work(1, cancellationToken: inner);
                    _ = Child(group, "c", 1);
                });
            });
            return Task.CompletedTask;
        });
        Assert.Equal(3, Now);
    });

    [Fact]
    public async Task Start_AfterTheEnd_IsAnErrorAndStartsNothing()
    {
        TaskGroup? escaped = null;
        await TaskGroup.RunAsync(group =>
        {
            escaped = group;
            return Task.CompletedTask;
        });
        var started = false;
        Assert.Throws<InvalidOperationException>(() =>
        {
            _ = escaped!.Start("late", _ =>
            {
                started = true;
                return Task.CompletedTask;
            });
        });
        Assert.Throws<InvalidOperationException>(() => escaped!.Own(new Resource("late", [])));
        Assert.False(started);
        Assert.False(escaped!.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Start_AChildThrowsBeforeItsFirstAwait_IsAFailureOfTheChildNotOfTheCall() => await Timeline(async () =>
    {
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(group =>
        {
            var child = group.Start<int>("a", _ => throw new FormatException());
            Assert.True(group.CancellationToken.IsCancellationRequested || !child.IsCompleted);
            return Task.CompletedTask;
        }));
        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
    });

    [Fact]
    public async Task RunAsync_Nested_TheInnerFailureEndsBoth()
    {
        var timeline = await Timeline(async () =>
        {
            var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(outer =>
            {
                _ = Child(outer, "outer", 9);
                _ = outer.Start("nested", token => TaskGroup.RunAsync(
                    inner =>
                    {
                        _ = Child(inner, "inner", 9);
                        _ = Child(inner, "bad", 1, new FormatException());
                        return Task.CompletedTask;
                    },
                    token));
                return Task.CompletedTask;
            }));
            Assert.IsType<FormatException>(Assert.Single(thrown.Flatten().InnerExceptions));
            Assert.Equal(1, Now);
        });
        Assert.Equal(["inner", "outer"], timeline.LanesWith("cancelled"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Own_Resources_AreDisposedLastFirstWhenTheChildrenHaveEnded(bool fails) => await Timeline(async () =>
    {
        var disposed = new List<string>();
        var group = TaskGroup.RunAsync(group =>
        {
            foreach (var name in new[] { "first", "second", "third" })
            {
                group.Own(new Resource(name, disposed));
            }

            _ = Child(group, "a", 1, fails ? new FormatException() : null);
            _ = Child(group, "b", 2, cleanUp: 2);
            return Task.CompletedTask;
        });
        await Gather.SettledAsync(group);
        Assert.Equal(fails, group.IsFaulted);
        var at = fails ? 3 : 2;
        Assert.Equal([$"third {at}", $"second {at}", $"first {at}"], disposed);
    });

    [Fact]
    public async Task Own_DisposalFails_TheOthersAreDisposedAndItIsAFailureOfTheGroup()
    {
        var disposed = new List<string>();
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(group =>
        {
            group.Own(new Resource("first", disposed));
            group.Own(new Resource("second", disposed, new FormatException()));
            group.Own(new AsyncResource("third", disposed));
            return Task.CompletedTask;
        }));
        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
        Assert.Equal(["third 0", "second 0", "first 0"], disposed);
    }

    [Fact]
    public Task Own_WhatCannotBeDisposed_IsAnError() => TaskGroup.RunAsync(group =>
    {
        Assert.Throws<ArgumentException>(() => group.Own("text"));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task RunAsync_ACallbackOfTheTokenThrows_ThatIsAFailureTooAndNoneIsLost() => await Timeline(async () =>
    {
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => TaskGroup.RunAsync(async group =>
        {
            group.CancellationToken.Register(() => throw new NotSupportedException());
            var child = Child(group, "a", 1, new FormatException());
            await Gather.SettledAsync(child);
            Assert.IsType<FormatException>(child.Exception!.InnerException);
        }));
        Assert.Equal([typeof(FormatException), typeof(NotSupportedException)], thrown.InnerExceptions.Select(problem => problem.GetType()));
    });

    [Fact]
    public async Task RunAsync_TheBlockWorks_ItsLaneShowsTheWorkAndThenTheWait()
    {
        var timeline = await Timeline(() => TaskGroup.RunAsync(async group =>
        {
            _ = Child(group, "a", 3);
            await Task.Yield();
            await Work(1);
        }));
        Assert.Equal(["tasks 1-3 Normal"], Waits(timeline, "main"));
        Assert.Equal([0.0], timeline.SpansOf("main").Where(span => span.Activity == Activity.Running).Select(span => span.Start.TotalSeconds));
        Assert.DoesNotContain(timeline.Lanes, lane => lane.Name.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public Task RunAsync_ManyFailures_LeavesNoneUnobserved() => Leaks.AssertNothingUnobserved(() => TaskGroup.RunAsync(async group =>
    {
        _ = Child(group, "a", 1, new FormatException());
        _ = Child(group, "b", 1, new FormatException());
        await Work(1);
        throw new FormatException();
    }));

    [Fact]
    public async Task RunAsync_AtRealPace_TheFailureCancelsTheSibling()
    {
        var run = await Run(
            "real",
            () => TaskGroup.RunAsync(group =>
            {
                _ = Child(group, "good", 20);
                _ = Child(group, "bad", 0.05, new FormatException());
                return Task.CompletedTask;
            }),
            Pace.Real);
        Assert.IsType<AggregateException>(run.Exception);
        Assert.Equal(["good"], run.Timeline.LanesWith("cancelled"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_AChildWithSeveralFailures_AllSurviveInTheirOrder(bool isRecorded)
    {
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(group =>
        {
            _ = group.Start("both", _ => Task.WhenAll(Fails("one", 2), Fails("two", 1)));
            return Task.CompletedTask;
        }));
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(group =>
        {
            _ = group.Start("both", _ => Task.WhenAll(Fails("one", 0), Fails("two", 0)));
            return Task.CompletedTask;
        }));
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(group =>
        {
            _ = group.Start<int[]>("both", _ => Task.WhenAll(Fails("one", 2), Fails("two", 1)));
            return Task.CompletedTask;
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_ABlockWithSeveralFailures_AllSurviveInTheirOrder(bool isRecorded)
    {
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(_ => (Task)Task.WhenAll(Fails("one", 2), Fails("two", 1))));
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(_ => Task.WhenAll(Fails("one", 2), Fails("two", 1))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_CancellationsAmongFailures_DoNotCount(bool isRecorded)
    {
        var cancelled = Task.FromException<int>(new OperationCanceledException());
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(_ => Task.WhenAll(cancelled, Fails("one", 0), cancelled, Fails("two", 0))));
        await AssertFailures(isRecorded, () => TaskGroup.RunAsync(group =>
        {
            _ = group.Start("all", _ => Task.WhenAll(cancelled, Fails("one", 0), cancelled, Fails("two", 0)));
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public Task RunAsync_SeveralFailuresOfOneTask_LeavesNoneUnobserved() => Leaks.AssertNothingUnobserved(() => TaskGroup.RunAsync(group =>
    {
        _ = group.Start("both", _ => Task.WhenAll(Fails("one", 1), Fails("two", 1)));
        return Task.WhenAll(Fails("three", 1), Fails("four", 1));
    }));

    private static Task<string> Child(TaskGroup group, string name, double seconds, Exception? error = null, double cleanUp = 0) =>
        group.Start(name, async token =>
        {
            try
            {
                await Work(seconds, error: error, cancellationToken: token);
            }
            catch (OperationCanceledException) when (cleanUp > 0)
            {
                await Work(cleanUp, Span.CleanUpLabel, cancellationToken: CancellationToken.None);
                throw;
            }

            return $"{name} ok";
        });

    private static async Task AssertFailures(bool isRecorded, Func<Task> group)
    {
        if (isRecorded)
        {
            await Timeline(AssertBoth);
        }
        else
        {
            await AssertBoth();
        }

        async Task AssertBoth() =>
            Assert.Equal(["one", "two"], (await Assert.ThrowsAsync<AggregateException>(group)).InnerExceptions.Select(problem => problem.Message));
    }

    private static async Task<int> Fails(string message, int yields)
    {
        for (; yields > 0; yields--)
        {
            await Task.Yield();
        }

        throw new FormatException(message);
    }

    private sealed class Resource(string name, List<string> disposed, Exception? error = null) : IDisposable
    {
        public void Dispose()
        {
            disposed.Add($"{name} {Now}");
            if (error is not null)
            {
                throw error;
            }
        }
    }

    private sealed class AsyncResource(string name, List<string> disposed) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            disposed.Add($"{name} {Now}");
        }
    }
}
