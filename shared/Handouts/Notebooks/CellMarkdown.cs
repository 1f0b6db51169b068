using Markdig;
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
        try
        {
            return Markdown.ToHtml(source, pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
