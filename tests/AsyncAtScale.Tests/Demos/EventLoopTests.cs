using AngleSharp.Html.Parser;
using AsyncAtScale.Demos;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Demos;

/// <summary>The loop can be looked at and scheduled on, and tells what it did.</summary>
public sealed class EventLoopTests
{
    [Fact]
    public async Task Run_ThatLooksAround_FindsARunningLoopWithDebugOff()
    {
        EventLoop? seen = null;
        var run = await EventLoop.Run("look", async loop =>
        {
            seen = loop;
            await Demo.Work(0.5);
            return (loop.IsRunning, loop.IsDebug, loop.Time, ReferenceEquals(loop, EventLoop.Current), loop.ToString());
        });

        Assert.Equal((true, false, 0.5, true, "Event loop: running, debug off, 0.5 s"), run.Result);
        Assert.False(seen!.IsRunning);
        Assert.Throws<InvalidOperationException>(() => EventLoop.Current);
    }

    [Fact]
    public async Task CallSoon_RunsInOrderAfterTheRunningStep()
    {
        var said = new List<string>();
        await EventLoop.Run("soon", async loop =>
        {
            loop.CallSoon(() => said.Add("first"));
            loop.CallSoon(() => said.Add("second")).Cancel();
            loop.CallSoon(() => said.Add("third"));
            said.Add("main");
            await Demo.Work(0.1);
        });

        Assert.Equal(["main", "first", "third"], said);
    }

    [Fact]
    public async Task CallLaterAndCallAt_RunWhenTheyAreDue()
    {
        var run = await EventLoop.Run("later", async loop =>
        {
            await Demo.Work(0.5);
            var later = loop.CallLater(1, () => Demo.Note("later"), "by-delay");
            var at = loop.CallAt(1, () => Demo.Note("at"), "by-time");
            var past = loop.CallAt(0.2, () => Demo.Note("past"), "too-late");
            loop.CallLater(0.1, () => Demo.Note("never"), "cancelled").Cancel();
            await Demo.Work(2);
            return (later.When, at.When, past.When, later.HasRun, later.IsCancelled);
        });

        Assert.Equal((1.5, 1.0, 0.5, true, false), run.Result);
        Assert.Equal(
            [("too-late", "past", 0.5), ("by-time", "at", 1.0), ("by-delay", "later", 1.5)],
            run.Timeline.Instants.Where(instant => instant.Lane != "main").Select(instant => (instant.Lane, instant.Name, instant.At.TotalSeconds)));
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    [Fact]
    public async Task CallLater_WhoseCallbackThrows_EndsTheRun()
    {
        var run = await EventLoop.Run("thrown", async loop =>
        {
            loop.CallLater(0.1, () => throw new FormatException("no"));
            await Demo.Work(1);
        });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.IsType<FormatException>(run.Exception);
    }

    [Fact]
    public async Task Block_OnTheLoop_IsSeenAndMakesTimersLate()
    {
        var run = await EventLoop.Run("blocked", async loop =>
        {
            loop.CallLater(0.2, () => Demo.Note("tick"), "tick");
            Demo.Block(0.7);
            await Demo.Work(0.1);
        });

        var block = run.Timeline.Spans.Single(span => span.Activity == Activity.Blocking);
        Assert.Equal((0.0, 0.7), (block.Start.TotalSeconds, block.End!.Value.TotalSeconds));
        Assert.Equal(0.7, run.Timeline.InstantsOf("tick").Single().At.TotalSeconds);
        Assert.Empty(run.Log.Warnings);
    }

    [Fact]
    public async Task Block_InDebugMode_LeavesAWarning()
    {
        var run = await EventLoop.Run(
            "warned",
            async loop =>
            {
                loop.CallLater(1, () => Demo.Block(0.5), "greedy");
                Demo.Block(0.05);
                await Demo.Work(2);
            },
            debug: true);

        var warning = Assert.Single(run.Log.Warnings);
        Assert.Equal(("greedy", 1.5), (warning.Lane, warning.At.TotalSeconds));
        Assert.Equal("held the thread for 0.5 s: nobody else could run", warning.What);
    }

    [Fact]
    public async Task Log_OfAHandoverBetweenTwoTasks_TellsEveryStep()
    {
        var run = await Relay();

        Assert.Equal(Expected.ReplaceLineEndings("\n"), run.Log.ToString());
    }

    [Fact]
    public async Task Log_OfTheSameRun_IsTheSameEveryTime()
    {
        var first = (await Relay()).Log;
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(first.Steps, (await Relay()).Log.Steps);
        }
    }

    [Fact]
    public async Task Log_AsHtml_IsATableWithAHeadForEveryRow()
    {
        var run = await EventLoop.Run("hostile", async _ => await Demo.Lane("<script>alert(1)</script>", () => Demo.Work(1, "\"><img src=x>")));
        var page = new HtmlParser().ParseDocument("<body>" + run.Log.ToHtml());

        Assert.Equal(run.Log.Steps.Count, page.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.Empty(page.QuerySelectorAll("script, img, [style]"));
        Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == "<script>alert(1)</script>");
    }

    [Theory]
    [InlineData("lesson3-I.4.long-enough")]
    [InlineData("lesson3-I.4.too-short")]
    public async Task Run_Introspection_MatchesTheReference(string id)
    {
        var inputs = Reference.Json(id)["inputs"]!;
        var run = await EventLoop.Run(id, async loop =>
        {
            var delay = (double)inputs["callback_after"]!;
            Demo.Note("inspect", new { is_running = loop.IsRunning, debug = loop.IsDebug });
            Demo.Note("scheduled", new { delay });
            loop.CallLater(delay, () => Demo.Note("called"));
            await Demo.Waiting("sleep", Task.Delay(TimeSpan.FromSeconds((double)inputs["sleep"]!), Demo.Clock));
            return new { is_running = loop.IsRunning, debug = loop.IsDebug };
        });

        Reference.AssertMatches(run.Timeline, id);
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    /// <summary>One task waits for what another hands over.</summary>
    private static Task<LoopRun<bool>> Relay() => EventLoop.Run("relay", async loop =>
    {
        var baton = new TaskCompletionSource();
        var second = Demo.Lane("second", async () =>
        {
            await Demo.Waiting("baton", baton.Task);
            await Demo.Work(0.2);
        });
        loop.CallSoon(() => Demo.Note("hello"));
        await Demo.Work(0.1);
        baton.SetResult();
        await second;
    });

    private const string Expected = """
           #   at (s)  loop     lane      ready  what happens
           1        0  run      main          0  main and second start; second waits: baton; main begins to work
           2        0  ready    callback      1  can run, thanks to main
           3        0  run      callback      0  callback starts, notes “hello” and ends
           4        0  wait                   0  nothing is ready: sleeps until 0.1 s
           5      0.1  timer    main          0  second begins to work
           6      0.1  wait                   0  nothing is ready: sleeps until 0.3 s
           7      0.3  timer    second        0  second and main end
        """;
}
