using System.Globalization;
using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>
/// In which order something happens. Drawn as numbered rings: each lane where it would stand if the order were right.
/// </summary>
internal sealed class OrderPrediction(string instant, string[] lanes) : Prediction
{
    private readonly string[] _lanes = Guesses.AtLeastOne(lanes);

    internal override string Guess => _lanes is [var only]
        ? $"{LaneNames.Short(only)} is the first to be {What}"
        : $"{What} in the order {string.Join(", ", _lanes.Select(LaneNames.Short))}";

    private string What => $"“{Words.Spaced(LaneNames.Short(instant))}”";

    internal override Finding Compare(Timeline timeline)
    {
        var real = Real(timeline);
        for (var place = 0; place < _lanes.Length; place++)
        {
            if (place >= real.Count || real[place].Lane != _lanes[place])
            {
                return Finding.Wrong($"{What} {Place(place)} is {LaneNames.Short(_lanes[place])}", Truth(real, place));
            }
        }

        return Finding.Right(Guess);
    }

    internal override Ghost Ghost(Timeline timeline) =>
        new([.. _lanes.Zip(Real(timeline), (lane, real) => (lane, real.At))
            .Select((entry, place) => new GhostMark(entry.lane, entry.At, Label: (place + 1).ToString(CultureInfo.InvariantCulture)))]);

    private List<Instant> Real(Timeline timeline) => [.. timeline.Instants.Where(candidate => candidate.Name == instant)];

    private string Truth(List<Instant> real, int place) => place < real.Count
        ? $"It is {LaneNames.Short(real[place].Lane)}, at {Words.Seconds(real[place].At)}."
        : place == 0 ? $"Nothing in this run is called {What}."
        : $"Only {Words.Number(real.Count)} of them {(real.Count == 1 ? "is" : "are")}.";

    private static string Place(int index) => index switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        _ => $"as number {index + 1}",
    };
}
