using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Charts.Wording;

/// <summary>The critical path as a sum: "session-1 → session-4: 0.3 + 0.24 = 0.54 s".</summary>
internal static class PathSentence
{
    private const int MostSummands = 7;

    public static Markup Draw(Panel panel)
    {
        var path = panel.Run.Path;
        if (path.Count == 0)
        {
            return Markup.Empty;
        }

        var lengths = path.Select(step => step.End - step.Start).ToList();
        var total = Words.Seconds(lengths.Aggregate((sum, length) => sum + length));
        var sum = lengths.Count <= MostSummands
            ? $"{string.Join(" + ", lengths.Select(Words.Figure))} = {total}"
            : $"{Words.Count(lengths.Count, "step")}, {total}";
        return Markup.Of($"""<p class="cpt"><b>{Heading(panel.Name)}</b> {string.Join(" → ", Names(path))}: {sum}</p>""");
    }

    private static string Heading(string? name) => name is null ? "Critical path" : $"{LaneNames.Short(name)}, critical path";

    /// <summary>Each lane once for all the spans that follow one another in it.</summary>
    private static List<string> Names(IReadOnlyList<PathStep> path)
    {
        var names = new List<string>();
        foreach (var name in path.Select(Name))
        {
            if (names.Count == 0 || names[^1] != name)
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static string Name(PathStep step) => LaneNames.Short(step.Lane) + step.Span switch
    {
        { IsCleanUp: true } => " clean-up",
        { Activity: Activity.Waiting } wait => $" ({WaitWords.Of(wait).Short})",
        { Activity: Activity.Backoff } => " (pause)",
        _ => "",
    };
}
