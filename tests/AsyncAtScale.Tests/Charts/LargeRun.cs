using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>A run of so many lanes and spans, the same every time: half of it waits, some of it is lost.</summary>
internal static class LargeRun
{
    private static readonly Ending[] Endings = [Ending.Normal, Ending.Normal, Ending.Normal, Ending.TimedOut, Ending.Normal, Ending.Failed, Ending.Cancelled];

    public static Timeline Of(int lanes, int spansEach, string stem = "call")
    {
        var spans = new List<Span>();
        var lives = new List<LaneLife>();
        for (var lane = 0; lane < lanes; lane++)
        {
            var name = $"{stem}-{lane + 1:00000}";
            var start = Small.At(lane * 4.0 / lanes);
            var at = start;
            for (var i = 0; i < spansEach; i++)
            {
                var span = Next(name, lane, i, at);
                spans.Add(span);
                at = span.End!.Value;
            }

            lives.Add(new LaneLife(name, null, start, at, Ending.Normal));
        }

        return new Timeline
        {
            Title = "A large run",
            Outcome = Outcome.Completed,
            Total = lives.Max(life => life.End!.Value),
            Spans = [.. spans.OrderBy(span => span.Start)],
            Lanes = lives,
            Counters = [new Counter("permits-in-use", 40, [.. Enumerable.Range(0, 500).Select(i => new CounterPoint(Small.At(i / 100.0), i * 7 % 41))])],
        };
    }

    private static Span Next(string name, int lane, int index, TimeSpan at)
    {
        var end = at + Small.At((20 + (((lane * 37) + (index * 53)) % 180)) / 1000.0);
        var ending = Endings[(lane + (index * 3)) % Endings.Length];
        return index % 2 == 0
            ? new Span(name, Activity.Waiting, Ending.Normal, null, WaitReason.Permit, at, end)
            : new Span(name, index % 9 == 8 ? Activity.Backoff : Activity.Running, ending, $"page {index}", null, at, end);
    }
}
