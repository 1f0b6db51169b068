namespace Handouts.Notebooks.Contracts;

/// <summary>Compares what a cell shows now with what is committed, in the cell's mode.</summary>
internal static class OutputDrift
{
    /// <summary>The first difference; null if there is none.</summary>
    public static string? Of(CheckMode mode, IReadOnlyList<Output> committed, IReadOnlyList<Output> fresh) => mode switch
    {
        CheckMode.Varies => LineDifference.First(Kinds(committed), Kinds(fresh)) is { } difference
            ? $"other kinds of outputs than committed, {difference}"
            : null,
        CheckMode.LinesAnyOrder => Say(LineDifference.First(Sorted(committed), Sorted(fresh))),
        _ => Say(LineDifference.First(OutputLines.Of(committed), OutputLines.Of(fresh))),
    };

    private static string? Say(string? difference) => difference is null ? null : $"the output differs, {difference}";

    private static List<string> Kinds(IEnumerable<Output> outputs) =>
        [.. outputs.Select(OutputKind.Of).Distinct().Order(StringComparer.Ordinal)];

    private static List<string> Sorted(IEnumerable<Output> outputs) =>
        [.. OutputLines.Of(outputs).Order(StringComparer.Ordinal)];
}
