using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handouts.Notebooks.Contracts;

/// <summary>Each cell for itself: kind, kernel, role, mode, tags; and the order in which code was run.</summary>
internal static class CellRules
{
    private static readonly string[] TaggedRoles = ["instructor", "parameters"];

    public static IEnumerable<Finding> Check(Notebook notebook) =>
        notebook.Cells.SelectMany(cell => Sentences(cell).Select(rule => new Finding(notebook.Name, cell.Id, rule)))
            .Concat(Extras.IsOne(notebook.Path) ? [] : Counts(notebook));

    private static IEnumerable<string> Sentences(Cell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Source))
        {
            yield return "the cell is empty";
        }

        if (cell.Kind == CellKind.Raw)
        {
            yield return "raw cells are not shown by every engine; use Markdown";
        }

        if (cell.Kind == CellKind.Code && (cell.Metadata["polyglot_notebook"] as JsonObject)?["kernelName"]?.ToString() != "csharp")
        {
            yield return "metadata.polyglot_notebook.kernelName is not \"csharp\"";
        }

        foreach (var sentence in CourseSentences(cell).Concat(TagSentences(cell)))
        {
            yield return sentence;
        }
    }

    private static IEnumerable<string> CourseSentences(Cell cell)
    {
        if (!Roles.Known.Contains(cell.Course.Role))
        {
            yield return $"course.role \"{cell.Course.Role}\" is not known";
        }

        if (CheckModes.Of(cell) == CheckMode.Unknown)
        {
            yield return $"course.check \"{cell.Course.Check}\" is not exact, lines-any-order, \"error: Type\" or \"varies: why\"";
        }

        foreach (var (key, value) in cell.Metadata["course"] as JsonObject ?? [])
        {
            if (!Roles.Keys.TryGetValue(key, out var kind))
            {
                yield return $"course.{key} is not known";
            }
            else if (value?.GetValueKind() is not (null or JsonValueKind.Null) && value!.GetValueKind() != kind)
            {
                yield return $"course.{key} is no {kind}";
            }
        }
    }

    /// <summary>Other tools of the ecosystem read tags, the handout reads roles: both must say the same.</summary>
    private static IEnumerable<string> TagSentences(Cell cell) =>
        TaggedRoles
            .Where(name => cell.Course.Role == name != cell.Tags.Contains(name))
            .Select(name => cell.Course.Role == name
                ? $"its role is {name}, but it has no tag \"{name}\""
                : $"it is tagged \"{name}\", but its role is {cell.Course.Role}");

    private static IEnumerable<Finding> Counts(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Code)
            .Select((cell, index) => (cell, Expected: index + 1))
            .Where(pair => pair.cell.ExecutionCount != pair.Expected)
            .Take(1)
            .Select(pair => new Finding(
                notebook.Name,
                pair.cell.Id,
                $"its execution count is {pair.cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "missing"}"
                + $", expected {pair.Expected}: run the notebook from its beginning"));
}
