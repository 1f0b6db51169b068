using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The notebooks around those that were asked for: a page knows its neighbours, the map all of them.</summary>
/// <param name="asked">Those to run or export: each of them must be readable.</param>
/// <param name="warn">Hears of a neighbour that is not; it is left out.</param>
internal sealed class CourseNotebooks(IReadOnlyList<string> asked, Action<string> warn)
{
    private readonly List<string> _asked = [.. asked.Select(Path.GetFullPath)];

    /// <summary>Those asked for that are of the course, and all notebooks beside them, in order.</summary>
    public List<Notebook> OfCourse() => Read(
        _asked.Where(path => !Extras.IsOne(path))
            .Concat(_asked.Select(Extras.CourseFolder).Distinct().SelectMany(NotebooksIn))
            .Distinct()
            .Order(StringComparer.Ordinal));

    /// <summary>The notebooks beside the course.</summary>
    public List<Notebook> BesideCourse(string root) => Read(Extras.Beside(root));

    private List<Notebook> Read(IEnumerable<string> paths) => [.. paths.Select(Read).OfType<Notebook>()];

    private Notebook? Read(string path)
    {
        try
        {
            return NotebookFile.Read(path);
        }
        catch (NotebookFormatException problem) when (!_asked.Contains(path))
        {
            warn($"{problem.Message} The map and the links between the pages go without it.");
            return null;
        }
    }

    private static string[] NotebooksIn(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb") : [];
}
