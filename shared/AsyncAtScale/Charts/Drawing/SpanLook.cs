using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// How a span is painted. Solid is work that counted, striped is work that was lost, dashed is waiting, hollow is
/// tidying up; colour only repeats it.
/// </summary>
internal enum SpanLook
{
    Run,
    Block,
    Wait,
    Pause,
    CleanUp,
    Cancelled,
    Late,
    Failed,
    Stuck,
}

/// <summary>Chooses a look and says what it is called.</summary>
internal static class SpanLooks
{
    public static SpanLook Of(Span span) => span switch
    {
        { Ending: Ending.Stuck } => SpanLook.Stuck,
        { Activity: Activity.Waiting } => SpanLook.Wait,
        { IsCleanUp: true } => SpanLook.CleanUp,
        { Activity: Activity.Backoff } => SpanLook.Pause,
        { Ending: Ending.Cancelled } => SpanLook.Cancelled,
        { Ending: Ending.TimedOut } => SpanLook.Late,
        { Ending: Ending.Failed } => SpanLook.Failed,
        { Activity: Activity.Blocking } => SpanLook.Block,
        _ => SpanLook.Run,
    };

    /// <summary>The class that the style sheet knows.</summary>
    public static string ClassOf(SpanLook look) => look switch
    {
        SpanLook.Run => "run",
        SpanLook.Block => "block",
        SpanLook.Wait => "wait",
        SpanLook.Pause => "pause",
        SpanLook.CleanUp => "clean",
        SpanLook.Cancelled => "canc",
        SpanLook.Late => "late",
        SpanLook.Failed => "fail",
        _ => "stuck",
    };

    public static string LegendOf(SpanLook look) => look switch
    {
        SpanLook.Run => "running",
        SpanLook.Block => "blocks the thread",
        SpanLook.Wait => "waiting",
        SpanLook.Pause => "pause before a retry",
        SpanLook.CleanUp => "clean-up",
        SpanLook.Cancelled => "work lost: cancelled",
        SpanLook.Late => "work lost: timed out",
        SpanLook.Failed => "work lost: failed",
        _ => "stuck",
    };

    /// <summary>Whether what was done until the end of the span counts for nothing.</summary>
    public static bool IsLost(SpanLook look) => look is SpanLook.Cancelled or SpanLook.Late or SpanLook.Failed;

    /// <summary>Whether the body is a pattern, which needs a definition in the fragment.</summary>
    public static bool IsHatched(SpanLook look) => IsLost(look) || look is SpanLook.Block or SpanLook.Stuck;
}
