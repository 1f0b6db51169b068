using System.Runtime.CompilerServices;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Timelines;

public sealed class RecorderTests
{
    private readonly HandClock _clock = new() { Seconds = 100 };
    private readonly Recorder _recorder;

    public RecorderTests() => _recorder = new Recorder(_clock);

    [Fact]
    public void Begin_InALaneThatIsBusy_GetsATrackOfItsOwn()
    {
        var lane = _recorder.StartLane("a");
        var outer = lane.Begin(Activity.Running, "outer");
        At(1);
        var inner = lane.Begin(Activity.Running, "inner");
        At(2);
        outer.End();
        At(3);
        inner.End();
        var third = lane.Begin(Activity.Running, "third");
        third.End();
        lane.End();
        Assert.Equal(
            [("a", "outer"), ("a/2", "inner"), ("a", "third")],
            Close().Spans.Where(span => !span.IsDerived).Select(span => (span.Lane, span.Label!)));
    }

    [Fact]
    public void StartLane_EndedBefore_GoesOnAsTheSameLaneWithTwoLives()
    {
        _recorder.StartLane("a").End();
        At(2);
        var again = _recorder.StartLane("a");
        At(3);
        again.End(Ending.Failed);
        Assert.Equal(
            [("a", 0.0, Ending.Normal), ("a", 2.0, Ending.Failed)],
            Close().Lanes.Select(life => (life.Name, life.Start.TotalSeconds, life.Ending)));
    }

    [Fact]
    public void StartLane_AliveStill_GetsANumber()
    {
        _recorder.StartLane("a");
        Assert.Equal(["a (2)", "a (3)"], new[] { _recorder.StartLane("a").Name, _recorder.StartLane("a").Name });
    }

    [Fact]
    public void Close_AfterIt_NothingMoreIsWritten()
    {
        var lane = _recorder.StartLane("a");
        var span = lane.Begin(Activity.Running);
        var counter = _recorder.NewCounter("n");
        var timeline = Close();
        var events = _recorder.EventCount;
        span.End();
        lane.Instant("late", new { why = 1 });
        counter.Set(5);
        lane.End();
        _recorder.StartLane("b");
        Assert.Equal(events, _recorder.EventCount);
        Assert.Empty(timeline.Instants);
        Assert.Equal(Ending.Abandoned, timeline.Spans.Single().Ending);
    }

    [Fact]
    public void Set_SeveralTimesInOneMoment_KeepsTheLastAndOnlyChanges()
    {
        var counter = _recorder.NewCounter("n", 3);
        counter.Set(1);
        counter.Set(2);
        At(1);
        counter.Set(3);
        counter.Set(2);
        At(2);
        counter.Set(0);
        Assert.Equal(
            [new CounterPoint(TimeSpan.Zero, 2), new CounterPoint(TimeSpan.FromSeconds(2), 0)],
            Close().Counters.Single().Points);
    }

    [Fact]
    public void Record_FromEightThreads_LosesNothing()
    {
        const int Each = 5_000;
        var lanes = Enumerable.Range(0, 8).Select(number => _recorder.StartLane($"lane-{number}")).ToList();
        var threads = lanes.Select(lane => new Thread(() =>
        {
            for (var step = 0; step < Each; step++)
            {
                var span = lane.Begin(Activity.Running, "step");
                lane.Instant("here");
                span.End();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var timeline = Close();
        Assert.Equal(8 * Each, timeline.Spans.Count(span => span.Ending == Ending.Normal && !span.IsDerived));
        Assert.Equal(8 * Each, timeline.Instants.Count);
        Assert.All(lanes, lane => Assert.Equal(Each, timeline.InstantsOf(lane.Name).Count()));
    }

    [Fact]
    public void RecordedEvent_IsThirtyTwoBytes() => Assert.Equal(32, Unsafe.SizeOf<RecordedEvent>());

    [Fact]
    public void Record_AHundredThousandEvents_AllocatesTheirChunksOnly()
    {
        var lane = _recorder.StartLane("a");
        lane.Begin(Activity.Running, "step").End();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 50_000; step++)
        {
            lane.Begin(Activity.Running, "step").End();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100_000.0, 31, 34);
    }

    [Fact]
    public void End_ByALaneOfAnotherRun_HasNoCauseHere()
    {
        var stranger = new Recorder(_clock).StartLane("stranger");
        var wait = _recorder.StartLane("a").Begin(Activity.Waiting, "permit", WaitReason.Permit);
        At(1);
        wait.End(Ending.Normal, stranger, WakeKind.Handover);
        Assert.Null(Close().Wakes.Single().Cause);
    }

    [Fact]
    public void Close_LanesWithoutRecordedTime_AreWaitingThere()
    {
        var main = _recorder.StartLane("main");
        var lane = _recorder.StartLane("a", main);
        At(1);
        var work = lane.Begin(Activity.Running);
        At(2);
        work.End();
        At(3);
        var last = lane.Begin(Activity.Waiting, "permit", WaitReason.Permit);
        last.End();
        lane.End();
        _recorder.StartLane("forgotten", main);
        At(4);
        main.End();
        Assert.Equal(
            [
                ("a", Activity.Waiting, Ending.Normal, 0, 1.0),
                ("a", Activity.Running, Ending.Normal, 1, 2.0),
                ("a", Activity.Waiting, Ending.Normal, 2, 3.0),
                ("forgotten", Activity.Waiting, Ending.Abandoned, 3, null),
            ],
            Close().Spans.Select(span => (span.Lane, span.Activity, span.Ending, span.Start.TotalSeconds, span.End?.TotalSeconds)));
    }

    [Theory]
    [InlineData(Outcome.Deadlock, Ending.Stuck)]
    [InlineData(Outcome.Completed, Ending.Abandoned)]
    public void Close_WithSpansOpen_EndsThemByTheOutcome(Outcome outcome, Ending ending)
    {
        _recorder.StartLane("a").Begin(Activity.Waiting, "permit", WaitReason.Permit);
        _recorder.StartLane("b");
        At(1);
        Assert.All(_recorder.Close("", outcome).Spans, span => Assert.Equal((ending, null), (span.Ending, span.End)));
    }

    private Timeline Close() => _recorder.Close("test", Outcome.Completed);

    private void At(double seconds) => _clock.Seconds = 100 + seconds;
}
