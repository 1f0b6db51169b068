namespace Handouts.Notebooks.Contracts;

/// <summary>How much of the lectures the notebooks cover, and how much of it is proved to the digit.</summary>
internal static class Coverage
{
    public static string Sentence(IReadOnlyCollection<Notebook> notebooks, ReferenceCatalogue catalogue)
    {
        var cells = notebooks.SelectMany(notebook => notebook.Cells).ToList();
        var outline = cells.SelectMany(cell => cell.Course.Outline).Where(catalogue.Outline.Contains).Distinct().Count();
        var runs = cells.SelectMany(cell => cell.Course.Reference.OfType<string>().Concat(cell.Course.Differs.Keys))
            .Where(catalogue.Runs.Contains)
            .Distinct()
            .Count();
        var code = cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        var varies = code.Count(cell => CheckModes.Of(cell) == CheckMode.Varies);
        return $"outline {outline} of {catalogue.Outline.Count} lines, reference {runs} of {catalogue.Runs.Count} runs, "
            + $"{varies} of {code.Count} code cells vary";
    }
}
