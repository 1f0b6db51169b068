using AsyncAtScale.Charts;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Teaching;

/// <summary>
/// What a reader expects of a run, said before looking. It is judged by the run's record and drawn, dashed, over its
/// chart. Times are seconds since the start of the run; one that is off by no more than 2 % of the run counts as right.
/// </summary>
/// <example>
/// <code>
/// var guess = Prediction.Total(2.0);
/// var run = await Demo.Run("Two calls", () => Task.WhenAll(Demo.Work(1), Demo.Work(2)));
/// guess.Judge(run.Timeline).IsRight // True
/// </code>
/// </example>
public abstract class Prediction : HtmlView
{
    private protected Prediction()
    {
    }

    /// <summary>When lanes begin to work: with their first running or blocking stretch, not with a wait.</summary>
    /// <param name="guesses">Lanes and seconds, at least one.</param>
    public static Prediction Starts(params (string Lane, double Seconds)[] guesses) => new StartPrediction(guesses);

    /// <summary>In which order something happens to lanes; of things at one time, the order in which they are recorded.</summary>
    /// <param name="instant">What happens: "started", "finished" … (the name of the instants).</param>
    /// <param name="lanes">The first lanes to which it happens, in this order; at least one.</param>
    public static Prediction Order(string instant, params string[] lanes) => new OrderPrediction(instant, lanes);

    /// <summary>How long the whole run takes.</summary>
    public static Prediction Total(double seconds) => new TotalPrediction(seconds);

    /// <summary>A number that can be read from the run: how many calls are refused, how often somebody tries.</summary>
    /// <param name="number">The guess.</param>
    /// <param name="what">What is counted, in a few words without a full stop.</param>
    /// <param name="read">Reads the true number from the run.</param>
    public static Prediction Of(double number, string what, Func<Timeline, double> read) =>
        new NumberPrediction(number, what, read);

    /// <summary>Compares the guess with what really happened.</summary>
    public PredictionVerdict Judge(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new PredictionVerdict(timeline, Compare(timeline), Ghost(timeline));
    }

    /// <inheritdoc/>
    public override string ToHtml() => TeachingStyle.Wrap("guess", Markup.Of($"<p>{ToString()}</p>"));

    /// <inheritdoc/>
    public override string ToString() => $"Your guess: {Guess}.";

    /// <summary>The guess as part of a sentence.</summary>
    internal abstract string Guess { get; }

    /// <summary>Whether the run did as said, and what it did at the first place where it did not.</summary>
    internal abstract Finding Compare(Timeline timeline);

    /// <summary>The guess as marks on the chart; null if there is no place for it.</summary>
    internal abstract Ghost? Ghost(Timeline timeline);
}
