namespace Handouts.Notebooks.Contracts;

/// <summary>A cell that is an exercise is the starter file of that exercise, character by character.</summary>
internal static class ExerciseRules
{
    public static IEnumerable<Finding> Check(Notebook notebook) =>
        from cell in notebook.Cells
        let exercise = cell.Course.Exercise
        where exercise is not null && cell.Kind == CellKind.Code
        let problem = Problem(notebook, cell, exercise)
        where problem is not null
        select new Finding(notebook.Name, cell.Id, problem);

    private static string? Problem(Notebook notebook, Cell cell, string exercise)
    {
        var starter = Path.Combine(notebook.Folder, "exercises", exercise, "starter.csx");
        if (!File.Exists(starter))
        {
            return $"the exercise's file exercises/{exercise}/starter.csx is missing";
        }

        var difference = LineDifference.First(Lines(File.ReadAllText(starter)), Lines(cell.Source));
        return difference is null ? null : $"the cell is not exercises/{exercise}/starter.csx, {difference}";
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
