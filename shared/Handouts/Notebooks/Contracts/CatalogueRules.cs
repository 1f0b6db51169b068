namespace Handouts.Notebooks.Contracts;

/// <summary>Outline lines, claims and runs that a cell names exist.</summary>
internal static class CatalogueRules
{
    public static IEnumerable<Finding> Check(Notebook notebook, ReferenceCatalogue catalogue) =>
        notebook.Cells.SelectMany(cell => Sentences(cell, catalogue).Select(rule => new Finding(notebook.Name, cell.Id, rule)));

    private static IEnumerable<string> Sentences(Cell cell, ReferenceCatalogue catalogue) =>
        Unknown(cell.Course.Outline, catalogue.Outline, "course.outline names the unknown line")
            .Concat(Unknown(cell.Course.Reference.OfType<string>(), catalogue.Runs, "course.reference names the unknown run"))
            .Concat(Unknown(cell.Course.Differs.Keys, catalogue.Runs, "course.differs names the unknown run"))
            .Concat(Unknown(cell.Course.Claims, catalogue.Claims, "course.claims names the unknown claim"))
            .Concat(Unknown(cell.Course.Differs.Values, catalogue.Claims, "course.differs names the unknown claim"));

    private static IEnumerable<string> Unknown(IEnumerable<string> named, IReadOnlySet<string> known, string sentence) =>
        named.Where(id => !known.Contains(id)).Select(id => $"{sentence} {id}");
}
