using System.Text.Json.Nodes;

namespace Worker.Tests;

/// <summary>What the notebook shows of the workers is what they do.</summary>
public sealed class ShownCodeTests
{
    [Fact]
    public void Code_ThatTheNotebookShows_IsInTheWorkers()
    {
        var sources = string.Join('\n', Directory.GetFiles(Path.Combine(Repository.Root, "shared", "Worker", "Tools"), "*.cs").Select(Flat));
        var shown = Fences(File.ReadAllText(Repository.Notebook("16-beyond-one-process")));
        Assert.NotEmpty(shown);
        Assert.All(shown, code => Assert.Contains(code, sources, StringComparison.Ordinal));
    }

    private static List<string> Fences(string notebook) =>
    [
        .. JsonNode.Parse(notebook)!["cells"]!.AsArray()
            .Where(cell => (string?)cell!["cell_type"] == "markdown")
            .Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => (string?)line)))
            .SelectMany(text => text.Split("```csharp\n").Skip(1))
            .Select(rest => Flat(rest.Split("```")[0].Split('\n'))),
    ];

    private static string Flat(string file) => Flat(File.ReadAllLines(file));

    /// <summary>Lines without their indentation: a notebook has another one.</summary>
    private static string Flat(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()).Where(line => line.Length > 0));
}
