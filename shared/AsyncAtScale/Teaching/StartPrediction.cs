using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>When lanes begin to work. Drawn as the outlines of their first bars, moved to where the guess puts them.</summary>
internal sealed class StartPrediction((string Lane, double Seconds)[] guesses) : Prediction
{
    private readonly (string Lane, TimeSpan At)[] _guesses =
        [.. Guesses.AtLeastOne(guesses).Select(guess => (guess.Lane, Guesses.Time(guess.Seconds)))];

    internal override string Guess => Words.Join([.. _guesses.Select(Phrase)]);

    internal override Finding Compare(Timeline timeline)
    {
        var right = _guesses.Count(guess => IsRight(timeline, guess));
        if (right == _guesses.Length)
        {
            return Finding.Right(Guess);
        }

        var first = _guesses.First(guess => !IsRight(timeline, guess));
        var score = _guesses.Length > 1 ? $" {right} of {_guesses.Length} are right." : "";
        return Finding.Wrong(Phrase(first), Truth(timeline, first.Lane) + score);
    }

    internal override Ghost Ghost(Timeline timeline) =>
        new([.. _guesses.Select(guess => new GhostMark(guess.Lane, guess.At, guess.At + (FirstWork(timeline, guess.Lane)?.Duration ?? TimeSpan.Zero)))]);

    private static string Phrase((string Lane, TimeSpan At) guess) => $"{LaneNames.Short(guess.Lane)} starts at {Words.Seconds(guess.At)}";

    private static bool IsRight(Timeline timeline, (string Lane, TimeSpan At) guess) =>
        FirstWork(timeline, guess.Lane) is { } work && Finding.IsClose(guess.At, work.Start, timeline);

    private static Span? FirstWork(Timeline timeline, string lane) =>
        timeline.SpansOf(lane).FirstOrDefault(span => span.Activity is Activity.Running or Activity.Blocking);

    private static string Truth(Timeline timeline, string lane)
    {
        if (FirstWork(timeline, lane) is { } work)
        {
            return $"It starts at {Words.Seconds(work.Start)}.";
        }

        var lanes = timeline.Spans.Select(span => span.Lane).Distinct().ToList();
        return lanes.Contains(lane) ? "It never starts." : $"No lane has that name; there are {LaneNames.List(lanes)}.";
    }
}
