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
    /// <param name="stop">Stops between cells.</param>
    public static Task<HandoutFile> PageAsync(
        Notebook notebook, IEnumerable<Notebook> course, Edition edition, CancellationToken stop = default) =>
        HandoutPage.RenderAsync(notebook, [.. course.Select(NotebookFacts.Of)], edition, stop);

    /// <summary>The map of the course, with a small picture of the first run of each notebook that has outputs.</summary>
    /// <param name="course">All notebooks of the course, in order.</param>
    /// <param name="extras">Notebooks beside the course that have a page.</param>
    /// <param name="edition">For whom.</param>
    public static HandoutFile Index(IEnumerable<Notebook> course, IEnumerable<Notebook> extras, Edition edition) =>
        new(HandoutNames.Index(edition), IndexPage.Render([.. course], [.. extras.Select(NotebookFacts.Of)], edition));
}
