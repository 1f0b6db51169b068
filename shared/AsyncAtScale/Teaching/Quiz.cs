using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>
/// A question whose right answer a run decides. Shows its choices; each opens to its explanation, by mouse, keyboard
/// or screen reader, and stays closed until then.
/// </summary>
/// <remarks>
/// A question whose answer is known beforehand is written as Markdown in a cell of the role <c>quiz</c>: a reader
/// without a kernel can take it too. This is for the others, and says the same words in the same shape.
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("Nine through four", () => Demo.Work(0.9));
/// var quiz = new Quiz("How long do nine sessions take with four permits?")
///     .Choice("0.7 s", run.Elapsed.TotalSeconds == 0.7, "Nine through four is more than two rounds.")
///     .Choice("0.9 s", run.Elapsed.TotalSeconds == 0.9, "Three rounds: 4, 4 and 1.");
/// quiz.Answer(2).IsRight // True
/// </code>
/// </example>
public sealed class Quiz : HtmlView
{
    private readonly string _question;
    private readonly List<QuizChoice> _choices = [];

    /// <summary>A question without choices yet.</summary>
    /// <param name="question">The question, with its question mark.</param>
    public Quiz(string question)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        _question = question;
    }

    /// <summary>Adds a choice.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="isRight">Whether it is right: read from a run where one can.</param>
    /// <param name="because">Why it is, or why it is not.</param>
    /// <returns>This quiz, to go on with the next choice.</returns>
    public Quiz Choice(string text, bool isRight, string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _choices.Add(new QuizChoice(text, isRight, because));
        return this;
    }

    /// <summary>Answers the question.</summary>
    /// <param name="choice">The number of the choice, counted from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    /// <exception cref="InvalidOperationException">Not exactly one choice is right.</exception>
    public QuizAnswer Answer(int choice)
    {
        EnsureOneIsRight();
        return choice >= 1 && choice <= _choices.Count
            ? new QuizAnswer(_choices[choice - 1])
            : throw new ArgumentOutOfRangeException(nameof(choice), choice, $"The choices are numbered from 1 to {_choices.Count}.");
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        EnsureOneIsRight();
        var choices = Markup.Join(_choices.Select((choice, index) => Markup.Of(
            $"<details><summary>{index + 1}. {choice.Text}</summary><p><b>{choice.Verdict}</b> {choice.Because}</p></details>")));
        return TeachingStyle.Wrap("quiz", Markup.Of($"""<p class="ask">{_question}</p>{choices}"""));
    }

    /// <summary>The question and its numbered choices, without the answers.</summary>
    public override string ToString()
    {
        EnsureOneIsRight();
        return _question + "\n" + string.Join('\n', _choices.Select((choice, index) => $"  {index + 1}. {choice.Text}"));
    }

    private void EnsureOneIsRight()
    {
        var right = _choices.Count(choice => choice.IsRight);
        if (right != 1)
        {
            throw new InvalidOperationException($"Exactly one choice of a quiz is right, but here {right} of {_choices.Count} are: {_question}");
        }
    }
}

/// <summary>One choice of a quiz.</summary>
internal sealed record QuizChoice(string Text, bool IsRight, string Because)
{
    public string Verdict => IsRight ? "Right." : "Not this one.";
}
