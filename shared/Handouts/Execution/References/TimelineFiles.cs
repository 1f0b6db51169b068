using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Execution.References;

/// <summary>The files of <c>--timelines</c>: what a run displayed, in the format of the reference runs.</summary>
internal static class TimelineFiles
{
    /// <summary>What a file takes over from the reference run that its cell names.</summary>
    private static readonly string[] Shared = ["id", "demo", "case", "source", "shows", "note"];

    /// <param name="folder">Where the files go.</param>
    /// <param name="run">The run.</param>
    /// <param name="isOriginal">False under other values than the notebook's own: then no reference run is reproduced.</param>
    public static void Write(string folder, NotebookRun run, bool isOriginal)
    {
        var cells = run.Notebook.Cells.ToDictionary(cell => cell.Id);
        foreach (var cell in run.Cells)
        {
            var reference = isOriginal ? cells[cell.Id].Course.Reference : [];
            foreach (var (index, timeline) in EmbeddedTimelines.In(cell.Outputs).Index())
            {
                var name = $"{run.Notebook.Name}.{cell.Id}.{index + 1}";
                Name(timeline, name, Named(run.Notebook, reference.ElementAtOrDefault(index)));
                timeline["inputs"] = run.InputsAt(cell.Id);
                AtomicFile.Write(Path.Combine(folder, name + ".json"), TimelineText.Of(timeline));
            }
        }
    }

    private static JsonObject? Named(Notebook notebook, string? id) =>
        id is null ? null : ReferenceRuns.Find(notebook, id);

    private static void Name(JsonObject timeline, string name, JsonObject? reference)
    {
        foreach (var key in Shared)
        {
            timeline[key] = reference?[key]?.DeepClone() ?? key switch
            {
                "id" or "demo" => name,
                "case" => "default",
                _ => timeline[key]?.DeepClone() ?? "",
            };
        }
    }
}
