using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Handouts.Notebooks.Contracts;

/// <summary>Links in text lead somewhere: files exist, places within notebooks too. The network is not asked.</summary>
internal static class LinkRules
{
    public static IEnumerable<Finding> Check(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from link in CellMarkdown.Parse(cell.Source).Descendants<LinkInline>()
        let problem = Problem(notebook, link.Url ?? "")
        where problem is not null
        select new Finding(notebook.Name, cell.Id, $"the link \"{link.Url}\" {problem}");

    private static string? Problem(Notebook notebook, string url)
    {
        if (url.Length == 0)
        {
            return "is empty";
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return absolute.Scheme is "http" or "https" or "mailto" ? null : $"has the scheme {absolute.Scheme}";
        }

        var parts = url.Split('#', 2);
        var name = Uri.UnescapeDataString(parts[0]);
        if (name.Contains('\0'))
        {
            return "leads to no file";
        }

        var path = Path.GetFullPath(Path.Combine(notebook.Folder, name));
        if (parts[0].Length > 0 && !File.Exists(path) && !Directory.Exists(path))
        {
            return "leads to no file";
        }

        return parts.Length == 1 || HasPlace(notebook, parts[0].Length == 0 ? notebook.Path : path, parts[1])
            ? null
            : "leads to no heading of that name";
    }

    private static bool HasPlace(Notebook notebook, string path, string place)
    {
        if (Path.GetExtension(path) != ".ipynb")
        {
            return true;
        }

        return TargetOf(notebook, path)?.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => CellMarkdown.Parse(cell.Source).Descendants<HeadingBlock>())
            .Any(heading => Slug(Text(heading)).Equals(Slug(Uri.UnescapeDataString(place)), StringComparison.OrdinalIgnoreCase)) == true;
    }

    /// <summary>The notebook at the other end; null if it cannot be read, which is a finding about that one.</summary>
    private static Notebook? TargetOf(Notebook notebook, string path)
    {
        try
        {
            return path == notebook.Path ? notebook : NotebookFile.Read(path);
        }
        catch (NotebookFormatException)
        {
            return null;
        }
    }

    private static string Text(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants<LeafInline>().Select(leaf => leaf switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }) ?? []);

    /// <summary>Engines form anchors in their own ways: letters and digits are what they have in common.</summary>
    private static string Slug(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
