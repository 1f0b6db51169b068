using System.Globalization;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>A number that is read from the run; it has no place on the chart.</summary>
internal sealed class NumberPrediction : Prediction
{
    private const double Rounding = 1e-6;

    private readonly double _number;
    private readonly string _what;
    private readonly Func<Timeline, double> _read;

    public NumberPrediction(double number, string what, Func<Timeline, double> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentNullException.ThrowIfNull(read);
        (_number, _what, _read) = (number, what, read);
    }

    internal override string Guess => $"{_what}: {Figure(_number)}";

    internal override Finding Compare(Timeline timeline)
    {
        var real = _read(timeline);
        return Math.Abs(real - _number) < Rounding ? Finding.Right(Guess) : Finding.Wrong(Guess, $"It is {Figure(real)}.");
    }

    internal override Ghost? Ghost(Timeline timeline) => null;

    private static string Figure(double number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}
