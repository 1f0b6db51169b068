using System.Text;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Charts.Wording;

namespace AsyncAtScale.Teaching;

/// <summary>Writes down how an attempt was judged.</summary>
internal static class ExerciseSheet
{
    public static string Html(Exercise exercise)
    {
        var points = Markup.Join(exercise.Expectations.Select(point => Point(point, exercise.Diagnosis is null)));
        return TeachingStyle.Wrap(
            "check", Markup.Of($"""<ul>{points}</ul>{Diagnosis(exercise)}<p class="result">{Result(exercise)}</p>"""), exercise.Id);
    }

    public static string Text(Exercise exercise)
    {
        var text = new StringBuilder();
        foreach (var (what, holds, hint) in exercise.Expectations)
        {
            text.Append($"{Sign(holds)} {what}\n");
            if (!holds && exercise.Diagnosis is null)
            {
                text.Append($"  {hint}\n");
            }
        }

        if (exercise.Diagnosis is { } answer)
        {
            text.Append($"{Name(answer)}\n  {answer.Hint}\n");
        }

        return text.Append(Result(exercise)).ToString();
    }

    /// <summary>A recognised answer has one hint; the others would only distract.</summary>
    private static Markup Point(Expectation point, bool withHint)
    {
        var hint = point.Holds || !withHint ? Markup.Empty : Markup.Of($"<p>{point.Hint}</p>");
        return Markup.Of($"""<li class="{(point.Holds ? "met" : "open")}"><span class="sign" aria-hidden="true">{Sign(point.Holds)}</span><span class="sr">{(point.Holds ? "Met: " : "Not yet: ")}</span>{point.What}{hint}</li>""");
    }

    private static Markup Diagnosis(Exercise exercise) => exercise.Diagnosis is not { } answer ? Markup.Empty
        : Markup.Of($"""<p class="hint" data-hint="{answer.Name}"><b>{Name(answer)}</b>{answer.Hint}</p>""");

    private static string Name(WrongAnswer answer) => $"It looks like: {Words.Spaced(answer.Name)}.";

    private static string Result(Exercise exercise) => exercise.Passed
        ? "Solved."
        : $"{exercise.Expectations.Count(point => point.Holds)} of {exercise.Expectations.Count} met. Change your cell, then run it and the check again.";

    private static string Sign(bool holds) => holds ? "✓" : "✗";
}
