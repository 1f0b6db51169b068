using AsyncAtScale.Timelines;

namespace Benchmarks.Charts;

/// <summary>A run of so many spans, the same every time: workers that wait for permits and make calls, some of them lost.</summary>
internal static class LargeTimeline
{
    private const int MostSpansOfALane = 100;

    public static Timeline Of(int size)
    {
        var dice = new Random(size);
        var (spans, lives) = (new List<Span>(size), new List<LaneLife>());
        for (var lane = 0; spans.Count < size; lane++)
        {
            var name = $"worker-{lane + 1:0000}";
            var start = TimeSpan.FromMilliseconds(dice.Next(3000));
            var at = start;
            for (var i = 0; i < MostSpansOfALane && spans.Count < size; i++)
            {
                var end = at + TimeSpan.FromMilliseconds(10 + dice.Next(190));
                spans.Add(Next(name, i, at, end, dice.Next(20)));
                at = end;
            }

            lives.Add(new LaneLife(name, null, start, at, Ending.Normal));
        }

        return new Timeline
        {
            Title = $"{size} spans",
            Outcome = Outcome.Completed,
            Total = lives.Max(life => life.End!.Value),
            Spans = [.. spans.OrderBy(span => span.Start)],
            Lanes = lives,
        };
    }

    private static Span Next(string lane, int index, TimeSpan at, TimeSpan end, int chance) => index % 2 == 0
        ? new Span(lane, Activity.Waiting, Ending.Normal, null, WaitReason.Permit, at, end)
        : new Span(lane, Activity.Running, chance switch { 0 => Ending.TimedOut, 1 => Ending.Failed, 2 => Ending.Cancelled, _ => Ending.Normal }, $"page {index}", null, at, end);
}
