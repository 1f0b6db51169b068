namespace Handouts.Rendering.Cells;

/// <summary>Something to do.</summary>
internal static class Exercise
{
    /// <summary>Closes the box: lines to write on in print; for the teacher, a solution.</summary>
    public static string End(string? id, PageState page)
    {
        var solution = page.Edition == Edition.Instructor && id is not null ? page.Solution(id) : null;
        if (solution is null)
        {
            return """<div class="print-only lines"></div></div>""";
        }

        var panel = CodePanel.Snippet(solution);
        page.Answers.Append($"<p>A solution of the exercise:</p>{panel}");
        return $"""<div class="print-only lines"></div><details class="more"><summary>A solution</summary>{panel}</details></div>""";
    }
}
