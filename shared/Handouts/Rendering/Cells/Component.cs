using AngleSharp.Dom;

namespace Handouts.Rendering.Cells;

/// <summary>What a cell's text becomes, by its role.</summary>
internal static class Component
{
    private static readonly HashSet<string> EndsAGuess = ["title", "objectives", "compare", "claim", "quiz", "takeaways"];

    /// <summary>Whether a cell of that role may stand between a question and the insight that resolves it.</summary>
    public static bool MayWaitForAGuess(string role) => !EndsAGuess.Contains(role);

    /// <summary>The text as the component of its role; prose if the role has none.</summary>
    public static string Render(IReadOnlyList<IElement> content, string role, PageState page) => role switch
    {
        "objectives" => Title.Objectives(content),
        "insight" => Insight.Render(content),
        "claim" => Claim.Render(content),
        "quiz" => Quiz.Render(content, page),
        "hint" => Hints.Render(content, page),
        "takeaways" => Takeaways.Render(content),
        "instructor" => TeacherNote.Render(content),
        _ => Prose.Render(content),
    };
}
