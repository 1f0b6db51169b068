namespace Handouts.Notebooks.Contracts;

/// <summary>How much of the lectures the notebooks cover, and how much of it is proved to the digit.</summary>
internal sealed class Coverage
{
    private readonly ReferenceCatalogue _catalogue;
    private readonly HashSet<string> _lines;
    private readonly HashSet<string> _runs;
    private readonly int _code;
    private readonly int _varies;

    private Coverage(IReadOnlyCollection<Notebook> notebooks, ReferenceCatalogue catalogue)
    {
        var cells = notebooks.SelectMany(notebook => notebook.Cells).ToList();
        _catalogue = catalogue;
        _lines = [.. cells.SelectMany(cell => cell.Course.Outline)];
        _runs = [.. cells.SelectMany(cell => cell.Course.Reference.OfType<string>())];
        _code = cells.Count(cell => cell.Kind == CellKind.Code);
        _varies = cells.Count(cell => cell.Kind == CellKind.Code && CheckModes.Of(cell) == CheckMode.Varies);
    }

    /// <summary>What the notebooks cover of the catalogue.</summary>
    public static Coverage Of(IReadOnlyCollection<Notebook> notebooks, ReferenceCatalogue catalogue) => new(notebooks, catalogue);

    /// <summary>
    /// What a course leaves out: lines that no cell teaches and runs that no cell reproduces, of every lecture whose last line
    /// it teaches. Whoever has reached the end of a lecture says to have been through it.
    /// </summary>
    public IEnumerable<string> Missing() => Lecture.All
        .Where(lecture => lecture.Lines(_catalogue).LastOrDefault() is { } last && _lines.Contains(last))
        .SelectMany(lecture => lecture.Lines(_catalogue).Except(_lines).Select(line => $"no cell teaches {line}")
            .Concat(lecture.Runs(_catalogue).Except(_runs).Select(run => $"no cell reproduces {run}")));

    /// <summary>The figures in a sentence.</summary>
    public override string ToString() =>
        $"outline {_lines.Count(_catalogue.Outline.Contains)} of {_catalogue.Outline.Count} lines, "
        + $"reference {_runs.Count(_catalogue.Runs.Contains)} of {_catalogue.Runs.Count} runs, "
        + FormattableString.Invariant($"{_varies} of {_code} code cells vary ({100.0 * _varies / Math.Max(1, _code):0.#} %)");
}
