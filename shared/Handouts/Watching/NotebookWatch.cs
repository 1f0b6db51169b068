using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Watching;

/// <summary>
/// Waits for a notebook to be saved with other cells. It looks at the file's time and length, a few times a second:
/// that costs nothing to speak of and is right on shared, mounted and remote folders, too, where file events get lost.
/// </summary>
/// <param name="complain">Told once about each problem that keeps a saved file from being read.</param>
internal sealed class NotebookWatch(Action<string> complain)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until the file differs from what is known, in its cells' text, order or metadata; outputs do not count.</summary>
    /// <param name="known">The notebook as it was read last.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<SavedNotebook> NextAsync(Notebook known, CancellationToken stop)
    {
        var (before, judged) = (default(Stamp), default(Stamp));
        while (true)
        {
            var now = Stamp.Of(known.Path);
            // Whoever saves may still be writing: what is judged has stood still from one look to the next.
            if (now == before && now != judged)
            {
                judged = now;
                if (Read(known.Path) is { } saved && Changes(known, saved) is { Count: > 0 } changes)
                {
                    return new SavedNotebook(saved, changes);
                }
            }

            before = now;
            await Task.Delay(Interval, stop);
        }
    }

    private Notebook? Read(string path)
    {
        try
        {
            return NotebookFile.Read(path);
        }
        catch (Exception problem) when (problem is NotebookFormatException or UsageException or IOException)
        {
            complain($"{problem.Message} The last run stays as it is.");
            return null;
        }
    }

    /// <summary>The ids of the cells that are new or not what they were; of all, if only their order has changed or some are gone.</summary>
    private static List<string> Changes(Notebook known, Notebook saved)
    {
        var old = known.Cells.ToDictionary(cell => cell.Id, Content);
        var changed = saved.Cells.Where(cell => old.GetValueOrDefault(cell.Id) != Content(cell)).Select(cell => cell.Id).ToList();
        var inPlace = known.Cells.Select(cell => cell.Id).SequenceEqual(saved.Cells.Select(cell => cell.Id));
        return changed.Count > 0 || inPlace ? changed : [.. saved.Cells.Select(cell => cell.Id)];
    }

    private static string Content(Cell cell) => new JsonArray((int)cell.Kind, cell.Source, cell.Metadata.DeepClone()).ToJsonString();

    private readonly record struct Stamp(DateTime Time, long Length)
    {
        public static Stamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length) : default;
        }
    }
}

/// <summary>A notebook as it was saved.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Changes">The ids of the cells that are not what they were.</param>
internal sealed record SavedNotebook(Notebook Notebook, IReadOnlyList<string> Changes);
