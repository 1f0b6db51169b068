using AngleSharp.Dom;
using Handouts.Notebooks;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Handouts.Rendering.Text;

/// <summary>Reads a cell's Markdown into a clean tree: what VS Code shows of it, without what could do harm.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseMathematics()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The Markdown as the children of one element.</summary>
    public static IElement Read(string markdown)
    {
        var html = CellMarkdown.ToHtml(markdown, Pipeline);
        // What nests too deeply is shown as it was written.
        var body = Html.Read(html is null || MarkupDepth.IsTooDeep(html) ? $"<pre>{Html.Encode(markdown)}</pre>" : html);
        MarkdownCleaner.Clean(body);
        return body;
    }
}
