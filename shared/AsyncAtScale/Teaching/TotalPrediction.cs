using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Wording;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>How long the run takes. Drawn as a line through all rows.</summary>
internal sealed class TotalPrediction(double seconds) : Prediction
{
    private readonly TimeSpan _total = Guesses.Time(seconds);

    internal override string Guess => Words.Seconds(_total) + " in all";

    internal override Finding Compare(Timeline timeline) => timeline.Outcome == Outcome.Deadlock
        ? Finding.Wrong(Guess, $"It never ends: from {Words.Seconds(timeline.Total)} on everything stands still.")
        : Finding.IsClose(_total, timeline.Total, timeline)
            ? Finding.Right(Guess)
            : Finding.Wrong(Guess, $"It takes {Words.Seconds(timeline.Total)}.");

    internal override Ghost Ghost(Timeline timeline) => new([new GhostMark(null, _total)]);
}
