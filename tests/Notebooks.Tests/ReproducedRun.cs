using Handouts.Notebooks;
using Xunit.Sdk;

namespace Notebooks.Tests;

/// <summary>A reference run and the cell that reproduces it.</summary>
public sealed record ReproducedRun : IXunitSerializable
{
    /// <summary>All of the course, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<ReproducedRun> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).SelectMany(In)];

    public string Run { get; private set; } = "";

    public string Notebook { get; private set; } = "";

    public string Cell { get; private set; } = "";

    /// <summary>Which of the cell's timelines it is, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The claim that says why .NET differs; null where it does not.</summary>
    public string? Claim { get; private set; }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Run), Run);
        info.AddValue(nameof(Notebook), Notebook);
        info.AddValue(nameof(Cell), Cell);
        info.AddValue(nameof(Place), Place);
        info.AddValue(nameof(Claim), Claim);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Run = info.GetValue<string>(nameof(Run))!;
        Notebook = info.GetValue<string>(nameof(Notebook))!;
        Cell = info.GetValue<string>(nameof(Cell))!;
        Place = info.GetValue<int>(nameof(Place));
        Claim = info.GetValue<string?>(nameof(Claim));
    }

    public override string ToString() => $"{Run} in {Notebook}#{Cell}{(Claim is null ? "" : $", differs by {Claim}")}";

    private static IEnumerable<ReproducedRun> In(string file)
    {
        var notebook = NotebookFile.Read(file);
        return notebook.Cells.SelectMany(cell => cell.Course.Reference.Index()
            .Where(named => named.Item is not null)
            .Select(named => new ReproducedRun
            {
                Run = named.Item!,
                Notebook = notebook.Name,
                Cell = cell.Id,
                Place = named.Index + 1,
                Claim = cell.Course.Differs.GetValueOrDefault(named.Item!),
            }));
    }
}
