using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>
/// Judges an attempt at an exercise: what is asked for, each point met or not, and what to think about next. A usual
/// wrong answer is recognised and gets its own hint; any other gets the hint of each point that is not met.
/// </summary>
/// <remarks>
/// <para>The files are in <c>notebooks/exercises/&lt;id&gt;/</c>: <c>starter.csx</c> is the notebook's cell,
/// <c>solution.csx</c> passes, and each <c>wrong-&lt;name&gt;.csx</c> gets the hint of that name and no other.
/// Tests prove it for every folder.</para>
/// <para>Conditions are read from the run, once, when they are stated. One that throws, because the attempt left
/// nothing to read, does not hold.</para>
/// </remarks>
/// <example>
/// <code>
/// var attempt = await Demo.Run("My attempt", () => Demo.Work(1));
/// var check = new Exercise("together")
///     .Expect("it takes one second", () => attempt.Elapsed.TotalSeconds == 1, "Which calls wait for others?")
///     .Hint("one-by-one", () => attempt.Elapsed.TotalSeconds == 3, "Start them all before you await the first.");
/// check.Passed // True
/// </code>
/// </example>
public sealed class Exercise : HtmlView
{
    private readonly List<Expectation> _expectations = [];
    private readonly List<WrongAnswer> _wrongAnswers = [];

    /// <summary>A check of one attempt.</summary>
    /// <param name="id">The exercise: its folder in <c>notebooks/exercises</c>.</param>
    public Exercise(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
    }

    /// <summary>The exercise: its folder in <c>notebooks/exercises</c>.</summary>
    public string Id { get; }

    /// <summary>Whether everything asked for is met; false if nothing is asked for.</summary>
    public bool Passed => _expectations.Count > 0 && _expectations.TrueForAll(expectation => expectation.Holds);

    /// <summary>The name of the usual wrong answer that this attempt is; null if it passed or is another one.</summary>
    public string? Recognised => Diagnosis?.Name;

    internal IReadOnlyList<Expectation> Expectations => _expectations;

    /// <summary>Of several wrong answers that fit, the one that is stated first.</summary>
    internal WrongAnswer? Diagnosis => Passed ? null : _wrongAnswers.Find(answer => answer.Fits);

    /// <summary>Adds something that is asked for.</summary>
    /// <param name="what">What, as a short sentence without a full stop.</param>
    /// <param name="holds">Whether the attempt does it: read from its timeline or result, never typed by hand.</param>
    /// <param name="hint">Where to look if it does not, without giving the solution away.</param>
    /// <returns>This check, to go on with the next.</returns>
    public Exercise Expect(string what, Func<bool> holds, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        _expectations.Add(new Expectation(what, Ask(holds), hint));
        return this;
    }

    /// <summary>Adds a usual wrong answer.</summary>
    /// <param name="name">Its name, as in <c>wrong-&lt;name&gt;.csx</c>: words with hyphens between them.</param>
    /// <param name="when">How one recognises it in the run.</param>
    /// <param name="hint">What to think about, without giving the solution away.</param>
    /// <returns>This check, to go on with the next.</returns>
    /// <exception cref="ArgumentException">A wrong answer of this name has been stated already.</exception>
    public Exercise Hint(string name, Func<bool> when, string hint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        if (_wrongAnswers.Exists(answer => answer.Name == name))
        {
            throw new ArgumentException($"There is a hint '{name}' already.", nameof(name));
        }

        _wrongAnswers.Add(new WrongAnswer(name, Ask(when), hint));
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml() => ExerciseSheet.Html(this);

    /// <inheritdoc/>
    public override string ToString() => ExerciseSheet.Text(this);

    private static bool Ask(Func<bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        try
        {
            return condition();
        }
        catch (Exception)
        {
            return false; // an attempt that ended badly has no result to ask; its chart says why
        }
    }
}

/// <summary>Something that is asked for.</summary>
internal sealed record Expectation(string What, bool Holds, string Hint);

/// <summary>A usual wrong answer, and whether the attempt looks like it.</summary>
internal sealed record WrongAnswer(string Name, bool Fits, string Hint);
