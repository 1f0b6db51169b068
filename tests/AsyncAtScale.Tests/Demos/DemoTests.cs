using AsyncAtScale.Demos;
using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;

namespace AsyncAtScale.Tests.Demos;

public sealed class DemoTests
{
    [Fact]
    public async Task Run_ReturnsAValue_ItIsTheResultAndAFact()
    {
        var run = await Run("value", async () =>
        {
            await Work(0.29);
            return new { TooManyRequests = 3, Took = TimeSpan.FromMilliseconds(250) };
        }, Pace.Virtual);
        Assert.Equal(3, run.Result.TooManyRequests);
        Assert.Equal("""{"too_many_requests":3,"took":0.25}""", run.Timeline.Facts.ToJsonString());
        Assert.Equal(TimeSpan.FromMilliseconds(290), run.Elapsed);
        Assert.Equal(Outcome.Completed, run.Outcome);
        Assert.Null(run.Exception);
    }

    [Fact]
    public async Task Level_OneNameFromSeveralLanes_IsOneCounterWithTheFirstLimit()
    {
        Level("outside a run", 1);
        var run = await Run("levels", async () =>
        {
            await Lane("a", () => Set(2, 5));
            await Lane("b", () => Set(4, null));
            Level("other", 1);
        }, Pace.Virtual);
        Assert.Equal([("waiting", 4, 5), ("other", 1, null)], run.Timeline.Counters.Select(counter => (counter.Name, counter.Peak, counter.Limit)));

        static Task Set(int value, int? limit)
        {
            Level("waiting", value, limit);
            return Work(1);
        }
    }

    [Fact]
    public async Task Run_ReturnsAListOrANumber_FactsAreResultsOrResult()
    {
        var list = await Run("list", () => Task.FromResult(new[] { 3, 1, 2 }), Pace.Virtual);
        var number = await Run("number", () => Task.FromResult(7), Pace.Virtual);
        Assert.Equal("""{"results":[3,1,2]}""", list.Timeline.Facts.ToJsonString());
        Assert.Equal("""{"result":7}""", number.Timeline.Facts.ToJsonString());
    }

    [Fact]
    public async Task Run_ReturnsWhatJsonCannotHold_StillReturnsIt()
    {
        var nan = await Run("nan", () => Task.FromResult(double.NaN), Pace.Virtual);
        var never = await Run("tasks", () => Task.FromResult(new[] { new TaskCompletionSource<int>().Task }), Pace.Virtual);
        Assert.True(double.IsNaN(nan.Result));
        Assert.Equal(1, never.Result?.Length);
        Assert.Empty(nan.Timeline.Facts);
        Assert.Empty(never.Timeline.Facts);
    }

    [Fact]
    public async Task Note_WithADetailThatIsNoObject_HasItAsValue()
    {
        var run = await Run("plain details", () =>
        {
            Note("number", 5);
            Note("text", "text");
            Note("list", new[] { 1, 2 });
            Note("object", new { LastStep = 3 });
            return Task.CompletedTask;
        }, Pace.Virtual);
        Assert.Equal(
            ["""{"value":5}""", """{"value":"text"}""", """{"value":[1,2]}""", """{"last_step":3}"""],
            run.Timeline.Instants.Select(instant => instant.Detail.ToJsonString()));
    }

    [Fact]
    public async Task Note_WithADetailThatJsonCannotHold_LeavesOutThatMemberOnly()
    {
        var run = await Run("odd details", () =>
        {
            Note("type", new { Kind = typeof(int), Place = 1 });
            Note("no number", new { Share = double.NaN, Absent = (string?)null });
            Note("getter throws", new Grumpy());
            Note("nothing is left", double.NaN);
            Note("task", new TaskCompletionSource<int>().Task);
            Note("list", new[] { double.NaN });
            return Task.CompletedTask;
        }, Pace.Virtual);
        Assert.Null(run.Exception);
        Assert.Equal(
            ["""{"place":1}""", """{"absent":null}""", """{"place":2}""", "{}", "{}", "{}"],
            run.Timeline.Instants.Select(instant => instant.Detail.ToJsonString()));
    }

    [Fact]
    public async Task Run_ReturnsAMemberThatJsonCannotHold_TheOthersAreFacts()
    {
        var run = await Run("odd result", () => Task.FromResult(new { Share = double.NaN, Count = 3 }), Pace.Virtual);
        Assert.Equal("""{"count":3}""", run.Timeline.Facts.ToJsonString());
    }

    [Fact]
    public async Task Run_ReturnsAnExceptionThatWasThrown_ItIsNoFact()
    {
        var run = await Run("caught", async () => await Assert.ThrowsAsync<FormatException>(() => Work(1, error: new FormatException())), Pace.Virtual);
        Assert.Empty(run.Timeline.Facts);
    }

    [Fact]
    public async Task Run_KeepsValuesAndStandsStill_TheyAreFacts()
    {
        var run = await Run("keeps", async () =>
        {
            var starts = new Dictionary<string, double>();
            Keep(new { StartTimes = starts });
            starts["first"] = Now;
            await new TaskCompletionSource().Task;
        }, Pace.Virtual);
        Assert.Equal(Outcome.Deadlock, run.Outcome);
        Assert.Equal("""{"start_times":{"first":0}}""", run.Timeline.Facts.ToJsonString());
    }

    [Fact]
    public async Task Run_KeepsAndReturnsValues_BothAreFacts()
    {
        var run = await Run("both", () =>
        {
            Keep(new { Kept = 1 });
            return Task.FromResult(new { Returned = 2 });
        }, Pace.Virtual);
        Assert.Equal("""{"kept":1,"returned":2}""", run.Timeline.Facts.ToJsonString());
    }

    [Theory]
    [InlineData(Pace.Virtual)]
    [InlineData(Pace.Real)]
    public async Task Run_BodyFails_TheRunHasTheExceptionAndResultRethrowsIt(Pace pace)
    {
        var run = await Run<int>("fails", async () =>
        {
            await Work(0.01);
            throw new FileNotFoundException();
        }, pace);
        Assert.IsType<FileNotFoundException>(run.Exception);
        Assert.Throws<FileNotFoundException>(() => run.Result);
        Assert.Equal(Outcome.Failed, run.Outcome);
    }

    [Fact]
    public async Task Run_AsyncVoidFails_TheRunHasTheException()
    {
        var run = await Run("async void", async () =>
        {
            async void Forgotten()
            {
                await Task.Yield();
                throw new FileNotFoundException();
            }

            Forgotten();
            await Work(1);
        }, Pace.Virtual);
        Assert.IsType<FileNotFoundException>(run.Exception);
        Assert.Equal(Outcome.Failed, run.Outcome);
    }

    [Fact]
    public async Task Run_NobodyCanGoOn_IsADeadlockAndResultThrowsTheReport()
    {
        var run = await Run("stuck", () => new TaskCompletionSource<int>().Task, Pace.Virtual);
        Assert.Equal(Outcome.Deadlock, run.Outcome);
        Assert.Throws<StuckException>(() => run.Result);
    }

    [Fact]
    public async Task Run_InsideARun_IsRefused()
    {
        var run = await Run("outer", () => Run("inner", () => Task.CompletedTask, Pace.Virtual), Pace.Virtual);
        Assert.Contains("A demo runs already", Assert.IsType<InvalidOperationException>(run.Exception).Message, StringComparison.Ordinal);
    }

    /// <summary>Real time, with a tolerance for slow machines: at least what was asked for, and not ten times it.</summary>
    [Fact]
    public async Task Run_AtTheRealPace_RecordsTheSameStory()
    {
        static async Task Story()
        {
            var semaphore = new AsyncSemaphore(1);
            await Task.WhenAll(
                Lane("a", async () =>
                {
                    using var permit = await semaphore.EnterAsync();
                    await Work(0.05, "first");
                }),
                Lane("b", async () =>
                {
                    await Work(0.02, "before");
                    using var permit = await semaphore.EnterAsync();
                    await Work(0.05, "second");
                }));
        }

        var real = await Run("real", Story, Pace.Real);
        var exact = await Run("virtual", Story, Pace.Virtual);
        Assert.Equal(Told(exact.Timeline), Told(real.Timeline));
        Assert.Equal(TimeSpan.FromSeconds(0.1), exact.Elapsed);
        Assert.InRange(real.Elapsed.TotalSeconds, 0.09, 5);
        Assert.Equal("a", real.Timeline.Wakes.Single(wake => wake.Kind == WakeKind.Handover).Cause);

        static IEnumerable<string> Told(Timeline timeline) =>
            timeline.Spans.Where(span => !span.IsDerived).Select(span => $"{span.Lane} {span.Activity} {span.Label} {span.Reason}").Order();
    }

    [Theory]
    [InlineData(null, Pace.Virtual)]
    [InlineData("", Pace.Virtual)]
    [InlineData("virtual", Pace.Virtual)]
    [InlineData("real", Pace.Real)]
    public async Task Run_WithoutAPace_TakesItFromTheEnvironment(string? value, Pace expected)
    {
        Environment.SetEnvironmentVariable(PaceSetting.Variable, value);
        try
        {
            var pace = await Run("pace", () => Task.FromResult(VirtualLoop.Current is null ? Pace.Real : Pace.Virtual));
            Assert.Equal(expected, pace.Result);
        }
        finally
        {
            Environment.SetEnvironmentVariable(PaceSetting.Variable, null);
        }
    }

    [Fact]
    public async Task Run_WithAnUnknownPace_SaysWhatItCanBe()
    {
        Environment.SetEnvironmentVariable(PaceSetting.Variable, "fast");
        try
        {
            var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => Run("pace", () => Task.CompletedTask));
            Assert.Equal("The environment variable COURSE_PACE is 'fast'; it can be 'virtual' or 'real'.", problem.Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable(PaceSetting.Variable, null);
        }
    }

    [Fact]
    public async Task Work_ToItsEnd_IsRunningBetweenStartedAndFinished()
    {
        var timeline = await Record(() => Lane("a", () => Work(0.1 + 0.2, "call")));
        Assert.Equal(new Span("a", Activity.Running, Ending.Normal, "call", null, TimeSpan.Zero, TimeSpan.FromSeconds(0.3)), Assert.Single(timeline.Spans));
        Assert.Equal([("started", 0.0), ("finished", 0.3)], timeline.InstantsOf("a").Select(i => (i.Name, i.At.TotalSeconds)));
    }

    [Fact]
    public async Task Work_WithAnError_FailsAtItsEnd()
    {
        var timeline = await Record(async () =>
            await Assert.ThrowsAsync<TimeoutException>(() => Lane("a", () => Work(0.2, error: new TimeoutException()))));
        var span = Assert.Single(timeline.SpansOf("a"));
        Assert.Equal((Ending.Failed, 0.2), (span.Ending, span.End!.Value.TotalSeconds));
        Assert.Equal(["started", "failed"], timeline.InstantsOf("a").Select(instant => instant.Name));
        Assert.Equal(Ending.Failed, timeline.Lanes.Single(life => life.Name == "a").Ending);
    }

    [Fact]
    public async Task Work_CancelledFromAnotherLane_EndsThereAndThenWithThatCause()
    {
        var timeline = await Record(async () =>
        {
            using var source = new CancellationTokenSource();
            var work = Lane("a", () => Work(1, cancellationToken: source.Token));
            await Lane("b", async () =>
            {
                await Work(0.25);
                source.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        });
        var span = Assert.Single(timeline.SpansOf("a"));
        Assert.Equal((Ending.Cancelled, 0.25), (span.Ending, span.End!.Value.TotalSeconds));
        Assert.Equal(
            new Wake(TimeSpan.FromSeconds(0.25), "a", "b", WakeKind.Cancellation),
            timeline.Wakes.Single(wake => wake is { Lane: "a", Kind: not WakeKind.Start }));
    }

    [Fact]
    public async Task Work_CancelledByADeadline_HasNoLaneAsCause()
    {
        var timeline = await Record(async () =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.25), Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Lane("a", () => Work(1, cancellationToken: source.Token)));
        });
        Assert.Null(timeline.Wakes.Single(wake => wake is { Lane: "a", Kind: not WakeKind.Start }).Cause);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Work_ForNoDuration_IsRefused(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Work(seconds); });

    [Fact]
    public async Task Block_HoldsEverybodyUp()
    {
        var timeline = await Record(() => Task.WhenAll(
            Lane("a", () => Work(0.1)),
            Lane("b", () =>
            {
                Block(0.5, "hash");
                return Task.CompletedTask;
            })));
        Assert.Equal(0.5, timeline.SpansOf("a").Single().End!.Value.TotalSeconds);
        Assert.Equal((Activity.Blocking, "hash"), timeline.SpansOf("b").Select(span => (span.Activity, span.Label)).Single());
    }

    [Theory]
    [InlineData(TaskCreationOptions.None)]
    [InlineData(TaskCreationOptions.RunContinuationsAsynchronously)]
    public async Task Waiting_OnASignalOfAnotherLane_HasReasonAndCause(TaskCreationOptions options)
    {
        var timeline = await Record(async () =>
        {
            var signal = new TaskCompletionSource<int>(options);
            await Task.WhenAll(
                Lane("a", async () => Assert.Equal(7, await Waiting(WaitReason.Event, signal.Task))),
                Lane("b", async () =>
                {
                    await Work(0.2);
                    signal.SetResult(7);
                    await Work(0.1);
                }));
        });
        var wait = timeline.SpansOf("a").Single();
        Assert.Equal((Activity.Waiting, WaitReason.Event, 0.2), (wait.Activity, wait.Reason!, wait.End!.Value.TotalSeconds));
        Assert.Equal(
            new Wake(wait.End!.Value, "a", "b", WakeKind.Handover),
            timeline.Wakes.Single(wake => wake is { Lane: "a", Kind: not WakeKind.Start }));
    }

    [Fact]
    public async Task Waiting_OnATimer_HasNoCause()
    {
        var timeline = await Record(() => Lane("a", () => Waiting(WaitReason.Timer, Task.Delay(TimeSpan.FromSeconds(1), Clock))));
        Assert.Equal((null, WakeKind.Timer), timeline.Wakes.Where(wake => wake.Kind != WakeKind.Start).Select(wake => (wake.Cause, wake.Kind)).Single());
    }

    [Fact]
    public async Task Waiting_ThatTimesOut_EndsSo()
    {
        var timeline = await Record(() => Lane("a", async () => await Assert.ThrowsAsync<TimeoutException>(
            () => Waiting("answer", Task.Delay(TimeSpan.FromSeconds(2), Clock).WaitAsync(TimeSpan.FromSeconds(1), Clock)))));
        Assert.Equal((Ending.TimedOut, 1.0), timeline.Spans.Select(span => (span.Ending, span.End!.Value.TotalSeconds)).Single());
    }

    [Fact]
    public async Task Lane_InPlainBclCode_IsDrawnAsWaiting()
    {
        var timeline = await Record(() => Lane("a", async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Clock);
            await Work(1);
            await Task.Delay(TimeSpan.FromSeconds(2), Clock);
        }));
        Assert.Equal(
            [(Activity.Waiting, true, 0.0, 1.0), (Activity.Running, false, 1.0, 2.0), (Activity.Waiting, true, 2.0, 4.0)],
            timeline.SpansOf("a").Select(span => (span.Activity, span.IsDerived, span.Start.TotalSeconds, span.End!.Value.TotalSeconds)));
    }

    [Fact]
    public async Task Note_OfATask_StandsInThatTasksLane()
    {
        var run = await Run("a remark about somebody else", async () =>
        {
            var call = Lane("call", () => Work(1));
            await Work(0.5);
            Note(call, "asked", new { By = "main" });
            await call;
            Note(call, "thanked");
            Note(Task.CompletedTask, "nobody");
        }, Pace.Virtual);
        var remarks = run.Timeline.Instants.Where(instant => instant.Name is "asked" or "thanked" or "nobody");
        Assert.Equal([("call", "asked", 0.5), ("call", "thanked", 1)], remarks.Select(r => (r.Lane, r.Name, r.At.TotalSeconds)));
    }

    [Fact]
    public async Task Lane_StartedTwice_IsTwoLanesAtATimeAndOneAfterTheOther()
    {
        var together = await Record(() => Task.WhenAll(Lane("a", () => Work(1)), Lane("a", () => Work(1))));
        var inTurn = await Record(async () =>
        {
            await Lane("a", () => Work(1));
            await Lane("a", () => Work(1));
        });
        Assert.Equal(["a", "a (2)"], together.Spans.Select(span => span.Lane));
        Assert.Equal(["a", "a"], inTurn.Spans.Select(span => span.Lane));
    }

    [Fact]
    public async Task Call_BeyondTheServersLimit_IsRefusedAtOnce()
    {
        var run = await Run("server", async () =>
        {
            var server = new ModelServer(2, 0.1);
            var first = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Lane($"call-{number}", () => server.Call())));
            return first.Append(await Lane("later", () => server.Call()));
        }, Pace.Virtual);
        Assert.Equal([200, 200, 429, 429, 200], run.Result);
        var counter = Assert.Single(run.Timeline.Counters);
        Assert.Equal(("server-in-flight", 2, 2), (counter.Name, counter.Limit!.Value, counter.Peak));
        Assert.Equal(0, run.Timeline.InstantsOf("call-4").Single(instant => instant.Name == "answer").At.Ticks);
    }

    [Fact]
    public async Task Call_Cancelled_FreesItsPlace()
    {
        var run = await Run("server", async () =>
        {
            var server = new ModelServer(1, 1);
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.5), Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lane("a", () => server.Call(source.Token)));
            return await Lane("b", () => server.Call());
        }, Pace.Virtual);
        Assert.Equal(200, run.Result);
    }

    [Fact]
    public async Task EnterAsync_Recorded_HasReasonCauseAndACounterForEachSemaphore()
    {
        var timeline = await Record(async () =>
        {
            var (first, second) = (new AsyncSemaphore(1), new AsyncSemaphore(1, "b"));
            await Task.WhenAll(Lane("holder", Visit), Lane("next", Visit));

            async Task Visit()
            {
                using var outer = await first.EnterAsync();
                using var inner = await second.EnterAsync();
                await Work(0.5);
            }
        });
        var wait = timeline.Spans.Single(span => span.Activity == Activity.Waiting);
        Assert.Equal(("next", WaitReason.Permit, 0.5), (wait.Lane, wait.Reason!, wait.End!.Value.TotalSeconds));
        Assert.Contains(new Wake(wait.End.Value, "next", "holder", WakeKind.Handover), timeline.Wakes);
        Assert.Equal(["permits-in-use", "permits-in-use b"], timeline.Counters.Select(counter => counter.Name));
        Assert.All(timeline.Counters, counter => Assert.Equal((1, 0), (counter.Peak, counter.Points[^1].Value)));
    }

    [Fact]
    public async Task EnterAsync_TwoUnnamedSemaphores_GetTwoCounters()
    {
        var timeline = await Record(() => Lane("a", async () =>
        {
            using var first = await new AsyncSemaphore(1).EnterAsync();
            using var second = await new AsyncSemaphore(2).EnterAsync();
        }));
        Assert.Equal([("permits-in-use", 1), ("permits-in-use (2)", 2)], timeline.Counters.Select(c => (c.Name, c.Limit!.Value)));
    }

    [Fact]
    public async Task EnterAsync_CancelledWhileRecorded_HasTheCancellerAsCause()
    {
        var timeline = await Record(async () =>
        {
            var semaphore = new AsyncSemaphore(1);
            using var permit = await semaphore.EnterAsync();
            using var source = new CancellationTokenSource();
            var waiting = Lane("waiter", async () => await semaphore.EnterAsync(source.Token));
            await Lane("canceller", async () =>
            {
                await Work(0.2);
                source.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        });
        var wait = timeline.SpansOf("waiter").Single();
        Assert.Equal((Ending.Cancelled, 0.2), (wait.Ending, wait.End!.Value.TotalSeconds));
        Assert.Contains(new Wake(wait.End.Value, "waiter", "canceller", WakeKind.Cancellation), timeline.Wakes);
    }

    private static async Task<Timeline> Record(Func<Task> body)
    {
        var run = await Run("test", body, Pace.Virtual);
        Assert.Null(run.Exception);
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
        return run.Timeline;
    }

    [Fact]
    public async Task Run_WithoutAnEnd_IsGivenUpAndLeavesThePoolAsItWas()
    {
        ThreadPool.GetMaxThreads(out var before, out _);

        var problem = await Assert.ThrowsAsync<EndlessRunException>(() => Demo.Run("endless", async () =>
        {
            while (true)
            {
                await Demo.Work(1);
            }
        }));

        Assert.Contains("did not end within 1,000,000 steps", problem.Message, StringComparison.Ordinal);
        ThreadPool.GetMaxThreads(out var after, out _);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Waiting_TaskHasEndedAlready_OnlyAFailureOrACancellationIsRecorded()
    {
        var run = await Run("late", async () =>
        {
            await Waiting("done", Task.CompletedTask);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Waiting("cancelled", Task.FromCanceled(new CancellationToken(canceled: true))));
            await Assert.ThrowsAsync<FormatException>(
                () => Waiting("failed", Task.FromException<int>(new FormatException())));
        }, Pace.Virtual);
        Assert.Equal(
            [("cancelled", Ending.Cancelled, TimeSpan.Zero), ("failed", Ending.Failed, TimeSpan.Zero)],
            run.Timeline.Spans.Select(span => (span.Label!, span.Ending, span.Duration!.Value)));
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    [Fact]
    public async Task Run_WhereThePoolNeverRests_EndsOrSaysSo()
    {
        using var over = new CancellationTokenSource();
        var spinners = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await Task.Yield();
            }
        })).ToList();

        var problem = await Xunit.Record.ExceptionAsync(() => Demo.Run("never begun", () => Task.CompletedTask));

        await over.CancelAsync();
        await Task.WhenAll(spinners);
        Assert.True(problem is null or StuckException, problem?.ToString());
    }

    private sealed class Grumpy
    {
        public int Place { get; } = 2;

        public int Mood => throw new NotSupportedException($"not in place {Place}");
    }
}
