using Markdig.Syntax;

namespace Handouts.Notebooks.Contracts;

/// <summary>Headings form an outline: one at level 1, first of all, and no level skipped on the way down.</summary>
internal static class HeadingRules
{
    public static IEnumerable<Finding> Check(Notebook notebook)
    {
        var level = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            foreach (var heading in CellMarkdown.Parse(cell.Source).Descendants<HeadingBlock>())
            {
                var wrong = level == 0 && heading.Level != 1 ? "the first heading is not at level 1"
                    : level > 0 && heading.Level == 1 ? "a second heading at level 1"
                    : heading.Level > level + 1 ? $"a heading at level {heading.Level} follows one at level {level}"
                    : null;
                if (wrong is not null)
                {
                    yield return new Finding(notebook.Name, cell.Id, $"{wrong} (line {heading.Line + 1})");
                }

                level = heading.Level;
            }
        }

        if (level == 0)
        {
            yield return new Finding(notebook.Name, null, "it has no heading");
        }
    }
}
