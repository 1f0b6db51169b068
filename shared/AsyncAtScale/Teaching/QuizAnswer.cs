using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>An answer to a quiz, and why it is right or not. A wrong one does not say which would have been right.</summary>
public sealed class QuizAnswer : HtmlView
{
    private readonly QuizChoice _choice;

    internal QuizAnswer(QuizChoice choice) => _choice = choice;

    /// <summary>Whether it is the right one.</summary>
    public bool IsRight => _choice.IsRight;

    private string Sign => IsRight ? "✓" : "✗";

    /// <inheritdoc/>
    public override string ToHtml() => TeachingStyle.Wrap("verdict", Markup.Of(
        $"""<p class="{(IsRight ? "met" : "other")}"><span class="sign" aria-hidden="true">{Sign}</span>{_choice.Text}: <b>{_choice.Verdict}</b> {_choice.Because}</p>"""));

    /// <inheritdoc/>
    public override string ToString() => $"{Sign} {_choice.Text}: {_choice.Verdict} {_choice.Because}";
}
