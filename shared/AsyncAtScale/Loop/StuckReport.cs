using System.Globalization;
using System.Text;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>Why a run stands still: the moment, the reason, and every lane with what it waits for.</summary>
/// <param name="At">Virtual time at the standstill.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Lanes">The lanes that have not ended.</param>
public sealed record StuckReport(TimeSpan At, string Why, IReadOnlyList<LaneStatus> Lanes)
{
    /// <summary>One line for the standstill, then one for each lane.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"Stuck at {Seconds(At)}: {Why}.");
        var width = Lanes.Count == 0 ? 0 : Lanes.Max(lane => lane.Lane.Length);
        foreach (var lane in Lanes)
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"  {lane.Lane.PadRight(width)}  {Doing(lane)} since {Seconds(lane.Since)}");
        }

        return text.ToString();
    }

    private static string Doing(LaneStatus lane) => (lane.Activity, lane.Reason ?? lane.Label) switch
    {
        (null, _) => "waits (nothing recorded what for)",
        (Activity.Waiting, null) => "waits",
        (Activity.Waiting, var what) when lane.Label is null || lane.Label == what => $"waits for {Article(what)}",
        (Activity.Waiting, var what) => $"waits for {Article(what)} ({lane.Label})",
        (Activity.Backoff, _) => "pauses before a retry",
        (Activity.Blocking, _) => "blocks the thread",
        (_, null) => "runs",
        _ => $"runs {lane.Label}",
    };

    private static string Article(string what) => what switch
    {
        WaitReason.Permit or WaitReason.Timer => $"a {what}",
        WaitReason.Item => "an item",
        WaitReason.Event or WaitReason.Lock => $"the {what}",
        WaitReason.Tasks => "other tasks",
        _ => what,
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.######} s");
}
