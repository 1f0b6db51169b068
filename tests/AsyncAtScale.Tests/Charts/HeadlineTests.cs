using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>The sentence above a chart is computed, from any timeline.</summary>
public class HeadlineTests
{
    [Theory]
    [InlineData("lecture24-24.0.unbounded", "Ten of a hundred calls are served, ninety refused (429); 0.1 s in all.")]
    [InlineData("lecture24-24.0.semaphore-10", "A hundred calls, ten at a time: starts at 0, 0.1, … 0.9 s; 1 s in all.")]
    [InlineData("lecture24-24.1.as-written", "Nine sessions, three at a time: starts at 0, 0.3, 0.6 s; 0.9 s in all.")]
    [InlineData("lecture24-24.1.unequal", "Nine sessions, three at a time: no batches, every freed permit goes to the next in line; 0.81 s in all.")]
    [InlineData("lecture24-24.1.unbounded", "Nine sessions, all at once: nobody waits for a permit; 0.3 s in all.")]
    [InlineData("lecture24-24.2.us-east-wins", "us-east wins at 0.25 s; eu-west and ap-south are cancelled at that moment.")]
    [InlineData("lecture24-24.2.tie", "us-east and eu-west arrive together at 0.3 s, us-east wins; ap-south is cancelled at that moment.")]
    [InlineData("lecture24-24.3.mixed", "caller-A succeeds on attempt 1, caller-B on attempt 2; caller-C gives up after three time-outs at 1.8 s.")]
    [InlineData("lecture24-24.4.consumers-slower", "The queue of 5 is full from 0.35 s and holds the producer back for 0.24 s; two consumers take ten items in 1.7 s.")]
    [InlineData("lecture24-24.5.together", "The event set at 0.5 s wakes five callers at once, in the order in which they came; late comes later and need not wait.")]
    [InlineData("lesson3-I.1", "One after the other, each holds the thread: 2 + 1 = 3 s.")]
    [InlineData("lesson3-I.2", "Two tasks side by side: 3 s of work in 2 s.")]
    [InlineData("lesson3-III.2.as-written", "slow is cancelled at 2 s in the middle of step 2; fast finishes at 3 s.")]
    [InlineData("lesson3-IV.2.slow-cleanup", "bad fails at 2 s and takes good-1 and good-2 with it, which clean up for 0.5 s; 2.5 s in all.")]
    [InlineData("lesson3-II.3.others-slower", "first-2 fails at 1 s and nobody is cancelled: first-1 and first-3 run on; 6 s in all.")]
    [InlineData("lesson3-V.2.as-written", "Deadlock at 2 s: three requests finish, five requests wait for a lock for ever.")]
    [InlineData("lesson3-V.1.gap-beyond-idle-limit", "Deadlock at 7.8 s: producer-0 finishes, main waits for other tasks and producer-1 waits for room for ever.")]
    public void Headline_OfAReferenceRun_SaysItsResult(string id, string expected) =>
        Assert.Equal(expected, new GanttChart(Reference.Timeline(id)).Headline);

    [Fact]
    public void Headline_OfOneWorker_UsesTheSingular()
    {
        var chart = new GanttChart(Small.Run(1.5, [Small.Work("worker-1", 0, 1), Small.Work("worker-1", 1, 1.5)]));

        Assert.Equal("worker-1 works alone: 1 + 0.5 = 1.5 s.", chart.Headline);
    }

    [Fact]
    public void Headline_OfARunThatFails_SaysWhen()
    {
        var chart = new GanttChart(Small.Run(
            1,
            [Small.Work("job-1", 0, 1, ending: Ending.Failed), Small.Work("job-2", 0, 1, ending: Ending.Cancelled)],
            [Small.Happens("job-1", "failed", 1), Small.Happens("job-2", "cancelled", 1)],
            outcome: Outcome.Failed));

        Assert.Equal("job-1 fails at 1 s and takes job-2 with it; the run fails at 1 s.", chart.Headline);
    }

    [Fact]
    public void Headline_OfALaneThatWorksOnAfterAStop_DoesNotCallItCancelled()
    {
        var chart = new GanttChart(Small.Run(
            3,
            [Small.Work("deaf", 0, 1, ending: Ending.Cancelled), Small.Work("deaf", 1, 3)],
            wakes: [new Wake(Small.At(1), "deaf", "main", WakeKind.Cancellation)]));

        Assert.StartsWith("deaf is told to stop at 1 s and goes on", chart.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Headline_OfAFailureBesideACutStep_DoesNotSayThatNobodyIsCancelled()
    {
        var chart = new GanttChart(Small.Run(
            4,
            [
                Small.Work("bad", 0, 1, ending: Ending.Failed),
                Small.Work("deaf", 0, 1, ending: Ending.Cancelled),
                Small.Work("deaf", 1, 4),
            ],
            [Small.Happens("bad", "failed", 1)]));

        Assert.Equal("bad fails at 1 s; 4 s in all.", chart.Headline);
    }

    [Fact]
    public void Headline_OfAFailureBeforeTheLastCaller_DoesNotCallTheOthersDone()
    {
        var chart = new GanttChart(Small.Run(
            2,
            [Small.Work("job-1", 0, 1, ending: Ending.Failed), Small.Work("job-2", 1.5, 2)],
            [Small.Happens("job-1", "failed", 1)]));

        Assert.Equal("job-1 fails at 1 s; 2 s in all.", chart.Headline);
    }

    [Fact]
    public void Headline_OfPermitsWhoseHoldersLetOthersWork_DoesNotCountTheOthers()
    {
        var chart = new GanttChart(Small.Run(
            1,
            [Small.Wait("holder", 0, 1, WaitReason.Tasks), Small.Work("east", 0, 1), Small.Work("west", 0, 1)],
            [Small.Happens("holder", "acquired", 0)],
            [new Counter("permits-in-use", 1, [new(TimeSpan.Zero, 1), new(Small.At(1), 0)])]));

        Assert.DoesNotContain("one after the other", chart.Headline);
    }

    [Fact]
    public void Headline_OfTwoRaces_DoesNotSpeakOfOneWinner()
    {
        var chart = new GanttChart(Small.Run(
            2,
            [Small.Work("east-1", 0, 1), Small.Work("east-2", 1, 2)],
            [Small.Happens("east-1", "winner", 1), Small.Happens("east-2", "winner", 2)]));

        Assert.Equal("One after the other: 1 + 1 = 2 s.", chart.Headline);
    }

    [Fact]
    public void Headline_OfASignalThatDoesNotSayWhenItIsSet_NamesWhoWokeThem()
    {
        var chart = new GanttChart(Small.Run(
            2,
            [
                Small.Work("opener", 0, 1),
                Small.Wait("early", 0, 1, WaitReason.Event),
                Small.Wait("later", 0.5, 1, WaitReason.Event),
                Small.Wait("impatient", 0, 0.5, WaitReason.Event, ending: Ending.TimedOut),
            ],
            wakes: [Small.Handover("early", "opener", 1), Small.Handover("later", "opener", 1)]));

        Assert.Equal("opener wakes early and later at 1 s; 2 s in all.", chart.Headline);
    }

    [Fact]
    public void Headline_OfOneAtATime_SpeaksOfNoBatches()
    {
        var spans = new List<Span>();
        for (var i = 0; i < 4; i++)
        {
            spans.Add(Small.Work($"worker-{i + 1}", i, i + 1));
        }

        var counter = new Counter("permits-in-use", 1, [new(TimeSpan.Zero, 1), new(Small.At(4), 0)]);

        Assert.Equal("Four workers, one at a time: one after the other; 4 s in all.", new GanttChart(Small.Run(4, spans, counters: [counter])).Headline);
    }

    [Fact]
    public void Headline_OfARaceWithoutANamedWinner_SaysWhoWasFirst()
    {
        var chart = new GanttChart(Small.Run(
            0.25,
            [Small.Work("us-east", 0, 0.25), Small.Work("eu-west", 0, 0.25, ending: Ending.Cancelled)],
            [Small.Happens("us-east", "finished", 0.25), Small.Happens("eu-west", "cancelled", 0.25)]));

        Assert.Equal("us-east is first at 0.25 s; eu-west is cancelled at that moment.", chart.Headline);
    }

    [Fact]
    public void Headline_OfPlainWaits_ClaimsNoWork()
    {
        var waits = new[] { "job-1", "job-2", "job-3" }.Select(lane => Small.Wait(lane, 0, 1.5, null) with { IsDerived = true });

        Assert.Equal("Three jobs together; 1.5 s in all.", new GanttChart(Small.Run(1.5, [.. waits])).Headline);
    }

    [Fact]
    public void Headline_OfALaneThatFailsAfterItsWork_KnowsItFromItsLife()
    {
        Span[] spans = [Small.Work("good", 0, 2, ending: Ending.Cancelled), Small.Work("bad", 0, 2)];
        var timeline = new Timeline
        {
            Title = "A group",
            Outcome = Outcome.Completed,
            Total = Small.At(2),
            Spans = spans,
            Instants = [Small.Happens("bad", "finished", 2), Small.Happens("good", "cancelled", 2)],
            Wakes = [new(Small.At(2), "good", "bad", WakeKind.Cancellation)],
            Lanes = [new("good", null, TimeSpan.Zero, Small.At(2), Ending.Cancelled), new("bad", null, TimeSpan.Zero, Small.At(2), Ending.Failed)],
        };

        Assert.Equal("bad fails at 2 s and takes good with it; 2 s in all.", new GanttChart(timeline).Headline);
    }

    [Fact]
    public void Headline_OfADeadlock_DoesNotCallAStuckLaneFinished()
    {
        var chart = new GanttChart(Small.Run(
            0.1,
            [Small.Work("one", 0, 0.1), Small.Wait("one", 0.1, null, WaitReason.Permit, ending: Ending.Stuck)],
            [Small.Happens("one", "finished", 0.1)],
            outcome: Outcome.Deadlock));

        Assert.Equal("Deadlock at 0.1 s: one waits for a permit for ever.", chart.Headline);
    }

    [Fact]
    public void Headline_OfACallerCancelledInAPause_SaysWhen()
    {
        Span[] spans =
        [
            Small.Work("caller-A", 0, 0.5, "attempt 1", Ending.TimedOut),
            new("caller-A", Activity.Backoff, Ending.Cancelled, null, null, Small.At(0.5), Small.At(0.8)),
        ];

        Assert.Equal("caller-A is cancelled at 0.8 s, after one time-out.", new GanttChart(Small.Run(0.8, spans)).Headline);
    }

    [Theory]
    [InlineData(12, 11, "Twelve workers side by side: 11.9 s of work in 2 s.")]
    [InlineData(5, 3, "Five workers, at most three at a time: 4.8 s of work in 2 s.")]
    public void Headline_OfWorkSideBySide_CountsOnlyWhatMatters(int lanes, int atOnce, string expected)
    {
        var spans = Enumerable.Range(1, lanes).Select(lane => Small.Work($"worker-{lane}", lane > atOnce ? 1.1 : 0, lane > atOnce ? 2 : 1)).ToList();
        Assert.Equal(lanes - atOnce, spans.Count(span => span.Start > TimeSpan.Zero));

        Assert.Equal(expected, new GanttChart(Small.Run(2, spans)).Headline);
    }
}
