using Handouts.Notebooks;
using Handouts.Rendering.CourseMap;
using Handouts.Rendering.Page;

namespace Handouts.Rendering;

/// <summary>Makes handouts of notebooks that were run: files that need nothing else, no network and no script.</summary>
internal static class HandoutRenderer
{
    /// <summary>The page of one notebook.</summary>
    /// <param name="notebook">The notebook with its outputs.</param>
    /// <param name="course">All notebooks of the course, in order; they need no outputs.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="version">For a page that is served while its notebook changes: which one it is. Null for a file.</param>
    /// <param name="stop">Stops between cells.</param>
    public static Task<HandoutFile> PageAsync(
        Notebook notebook, IEnumerable<Notebook> course, Edition edition, string? version = null, CancellationToken stop = default) =>
        LargeStack.RunAsync(() =>
        {
            var page = HandoutPage.Render(notebook, [.. course.Select(NotebookFacts.Of)], edition, stop);
            return new HandoutFile(HandoutNames.Of(notebook.Name, edition), PageShell.Render(page with { Version = version }));
        });

    /// <summary>The map of the course, with a small picture of the first run of each notebook that has outputs.</summary>
    /// <param name="course">All notebooks of the course, in order.</param>
    /// <param name="extras">Notebooks beside the course that have a page.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="version">As for a page.</param>
    public static HandoutFile Index(
        IEnumerable<Notebook> course, IEnumerable<Notebook> extras, Edition edition, string? version = null)
    {
        var page = IndexPage.Render([.. course], [.. extras.Select(NotebookFacts.Of)], edition);
        return new HandoutFile(HandoutNames.Index(edition), PageShell.Render(page with { Version = version }));
    }
}
