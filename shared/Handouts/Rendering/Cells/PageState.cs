using System.Text;
using Handouts.Rendering.Outputs;
using Handouts.Rendering.Text;

namespace Handouts.Rendering.Cells;

/// <summary>What a page gathers while its cells are written one after another.</summary>
/// <param name="Edition">For whom it is.</param>
/// <param name="Facts">What the notebook says of itself.</param>
/// <param name="Solution">The source of an exercise's solution, as markup, by the exercise's id; null if there is none.</param>
internal sealed record PageState(Edition Edition, NotebookFacts Facts, Func<string, string?> Solution)
{
    private int _asked;

    /// <summary>Styles and scripts that outputs brought along.</summary>
    public PageAssets Assets { get; } = new();

    /// <summary>The anchors in use.</summary>
    public HeadingIds Ids { get; } = new();

    /// <summary>The sections so far.</summary>
    public List<ContentsEntry> Contents { get; } = [];

    /// <summary>What goes to the last page of a print, so that a teacher can hold it back.</summary>
    public StringBuilder Answers { get; } = new();

    /// <summary>Whether something on the page waits for a guess.</summary>
    public bool HasGuesses { get; set; }

    /// <summary>An id for the next question of the page.</summary>
    public string NextQuestion(string kind) => $"{kind}-{++_asked}";
}

/// <summary>A line of the table of contents.</summary>
/// <param name="Id">The anchor of the section.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Minutes">How long it takes; null if it does not say.</param>
/// <param name="IsDeeper">Whether it is folded: not part of the main thread.</param>
internal sealed record ContentsEntry(string Id, string Name, double? Minutes, bool IsDeeper);
