using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Handouts.Notebooks;

/// <summary>Reads the Markdown of cells. Text that nests deeper than the parser follows has no structure to speak of.</summary>
internal static class CellMarkdown
{
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    /// <summary>The text as a tree of CommonMark; an empty one if it nests too deeply.</summary>
    public static MarkdownDocument Parse(string source)
    {
        try
        {
            return Markdown.Parse(source, CommonMark);
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The text as HTML; null if it nests too deeply.</summary>
    public static string? ToHtml(string source, MarkdownPipeline pipeline)
    {
        // A renderer of its own: one that gave up inside a list would go back to Markdig's pool believing that it still
        // is in that list, and write the paragraphs of other texts without their element.
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        pipeline.Setup(renderer);
        try
        {
            renderer.Render(Markdown.Parse(source, pipeline));
        }
        catch (ArgumentException)
        {
            return null;
        }

        return html.ToString();
    }
}
