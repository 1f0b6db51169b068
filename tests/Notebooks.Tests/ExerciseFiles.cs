using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>The folders in notebooks/exercises and the cells that they belong to.</summary>
internal static class ExerciseFiles
{
    private static readonly string Notebooks = Path.Combine(Repository.Root, "notebooks");

    private static readonly string Folder = Path.Combine(Notebooks, "exercises");

    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> IdsInNotebooks => AllNotebooks().SelectMany(notebook => Cells(notebook).Select(Exercise)).OfType<string>();

    /// <summary>The names of the files: starter, solution, wrong-….</summary>
    public static IReadOnlyList<string> AttemptsAt(string id) =>
        [.. Directory.GetFiles(Path.Combine(Folder, id), "*.csx").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string Source(string id, string attempt) => File.ReadAllText(Path.Combine(Folder, id, attempt + ".csx"));

    /// <summary>The one notebook with this exercise, by its name without a suffix.</summary>
    public static string NotebookOf(string id) => Path.GetFileNameWithoutExtension(
        Assert.Single(AllNotebooks(), notebook => Cells(notebook).Any(cell => Exercise(cell) == id)));

    public static string? Exercise(JsonNode cell) => cell["metadata"]?["course"]?["exercise"]?.GetValue<string>();

    private static string[] AllNotebooks() => Directory.GetFiles(Notebooks, "*.ipynb");

    private static IEnumerable<JsonNode> Cells(string notebook) =>
        JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray().OfType<JsonNode>();
}
