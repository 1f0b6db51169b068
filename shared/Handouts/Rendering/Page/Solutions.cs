using Handouts.Notebooks;
using Handouts.Rendering.Colouring;

namespace Handouts.Rendering.Page;

/// <summary>The solutions of a notebook's exercises; the student's edition never reads them.</summary>
internal sealed class Solutions
{
    private readonly Dictionary<string, string> _byExercise = [];

    /// <summary>Reads <c>exercises/&lt;id&gt;/solution.csx</c> beside the notebook for each exercise in it.</summary>
    public static Solutions Read(
        Notebook notebook, Edition edition, CodeColours colours, CancellationToken stop)
    {
        var solutions = new Solutions();
        if (edition == Edition.Student)
        {
            return solutions;
        }

        foreach (var id in notebook.Cells.Select(cell => cell.Course.Exercise).OfType<string>().Distinct())
        {
            var file = Path.Combine(notebook.Folder, "exercises", id, "solution.csx");
            if (File.Exists(file))
            {
                solutions._byExercise[id] = colours.OfSnippet(File.ReadAllText(file), stop);
            }
        }

        return solutions;
    }

    /// <summary>The solution as markup, or null.</summary>
    public string? Find(string exercise) => _byExercise.GetValueOrDefault(exercise);
}
