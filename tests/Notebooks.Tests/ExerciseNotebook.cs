using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace Notebooks.Tests;

/// <summary>
/// A notebook cut down to one exercise: its setup cells, then for each attempt the attempt and the cells from there to
/// <c>&lt;id&gt;-check</c>. An exercise needs no other cell.
/// </summary>
internal sealed class ExerciseNotebook
{
    private readonly string _id;
    private readonly string _notebook;
    private readonly List<JsonNode> _setup;
    private readonly List<JsonNode> _cells;

    private ExerciseNotebook(string id)
    {
        _id = id;
        _notebook = ExerciseFiles.NotebookOf(id);
        var all = JsonNode.Parse(File.ReadAllText(Repository.Notebook(_notebook)))!["cells"]!.AsArray().OfType<JsonNode>()
            .Where(cell => (string?)cell["cell_type"] == "code").ToList();
        _setup = [.. all.Where(cell => (string?)cell["metadata"]?["course"]?["role"] == "setup")];
        var first = all.FindIndex(cell => ExerciseFiles.Exercise(cell) == id);
        var last = all.FindIndex(cell => (string?)cell["id"] == CheckId);
        Assert.True(first < last, $"the cell '{CheckId}' follows the exercise");
        _cells = all[first..(last + 1)];
    }

    public string StarterSource => Text(_cells[0]["source"]!);

    private string CheckId => _id + "-check";

    public static ExerciseNotebook Of(string id) => new(id);

    /// <summary>Runs the attempts one after the other, and says what the check made of each.</summary>
    public async Task<IReadOnlyList<ExerciseVerdict>> JudgeAsync(IReadOnlyList<string> attempts)
    {
        using var course = new CourseCopy();
        var file = $"notebooks/{_notebook}.ipynb";
        var root = JsonNode.Parse(File.ReadAllText(course.PathOf(file)))!;
        root["cells"] = new JsonArray([.. _setup.Select(cell => cell.DeepClone()), .. attempts.SelectMany(CellsFor)]);
        await File.WriteAllTextAsync(course.PathOf(file), root.ToJsonString());
        var result = await HandoutsProgram.RunAsync(course.Root, "run", file, "--write");
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return [.. attempts.Select(attempt => Verdict(attempt, course.Cell(file, Name(attempt, CheckId))))];
    }

    private static string Name(string attempt, string cell) => $"{attempt}-{cell}";

    private static string Text(JsonNode text) =>
        text is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : text.GetValue<string>();

    private IEnumerable<JsonNode> CellsFor(string attempt)
    {
        foreach (var original in _cells)
        {
            var cell = original.DeepClone();
            cell["id"] = Name(attempt, (string)cell["id"]!);
            if (original == _cells[0])
            {
                cell["source"] = ExerciseFiles.Source(_id, attempt);
            }

            yield return cell;
        }
    }

    private ExerciseVerdict Verdict(string attempt, JsonNode cell)
    {
        var html = Text(cell["outputs"]!.AsArray()[^1]!["data"]!["text/html"]!);
        var check = new HtmlParser().ParseDocument(html).QuerySelector($"[data-exercise='{_id}']");
        Assert.True(check is not null, $"the last output of '{CheckId}' is the check of '{_id}'");
        var hints = check.QuerySelectorAll("[data-hint]").Select(hint => hint.GetAttribute("data-hint"));
        return new ExerciseVerdict(attempt, check.QuerySelector(".result")!.TextContent == "Solved.", string.Join(", ", hints));
    }
}

/// <summary>What the check made of an attempt.</summary>
/// <param name="Attempt">The file without its suffix.</param>
/// <param name="IsSolved">Whether everything asked for is met.</param>
/// <param name="Hints">The names of the hints shown for usual wrong answers; empty if there are none.</param>
internal sealed record ExerciseVerdict(string Attempt, bool IsSolved, string Hints);
