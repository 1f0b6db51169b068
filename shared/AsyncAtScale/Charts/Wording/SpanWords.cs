using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The letters in a bar, and what the table says about it.</summary>
internal static class SpanWords
{
    /// <summary>What a bar says when there is room, and what it says when there is little.</summary>
    public static (string Long, string Short) InBar(ChartRun run, Span span)
    {
        var time = Length(run, span);
        return SpanLooks.Of(span) switch
        {
            SpanLook.Stuck => Stuck(run, span),
            SpanLook.Wait => (WaitWords.Of(span).Long, WaitWords.Of(span).Short),
            SpanLook.Pause => ("pause " + time, time),
            SpanLook.Block when span.Label is null => ($"blocks the thread · {time}", time),
            _ when span.Label is { } label => ($"{Words.Isolate(label)} · {time}", label),
            SpanLook.Run => (time, time),
            _ => ($"{time} · work lost", time),
        };
    }

    /// <summary>The state as a phrase: "waits for a permit, cancelled".</summary>
    public static string State(ChartRun run, Span span)
    {
        var look = SpanLooks.Of(span);
        return look switch
        {
            SpanLook.Stuck => "stuck: " + Stuck(run, span).Long,
            SpanLook.Wait => WaitWords.Of(span).Long + Ended(span),
            SpanLook.Pause => "pause before a retry",
            SpanLook.CleanUp => "clean-up",
            SpanLook.Block => "blocks the thread" + Ended(span),
            _ => "running" + Ended(span),
        };
    }

    /// <summary>How long a span takes; until the end of the run if nobody waited for it.</summary>
    public static string Length(ChartRun run, Span span) => Words.Seconds((span.End ?? run.End) - span.Start);

    private static string Ended(Span span) => span.Ending switch
    {
        Ending.Cancelled => ", cancelled",
        Ending.TimedOut => ", timed out",
        Ending.Failed => ", failed",
        Ending.Abandoned => ", left behind",
        _ => "",
    };

    private static (string Long, string Short) Stuck(ChartRun run, Span span)
    {
        var wait = WaitWords.Of(span);
        var work = span.Activity == Activity.Waiting ? (wait.Long, wait.Short) : ("never ends", "never ends");
        return span.Reason != Timelines.WaitReason.Lock || LockHolder(run) is not { } holder ? work
            : holder == span.Lane ? (wait.Long + " that it holds itself", "its own lock")
            : ($"{wait.Long} that {LaneNames.Short(holder)} holds", wait.Short);
    }

    /// <summary>The lane that says it holds the lock on which the run stands still.</summary>
    private static string? LockHolder(ChartRun run) => run.Timeline.Instants
        .LastOrDefault(instant => Answers.IsTrue(instant, "holds_lock") && run.Same(instant.At, run.Timeline.Total))?.Lane;
}
