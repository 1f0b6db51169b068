using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Rendering.CourseMap;

/// <summary>The full text of the course, as the map's script searches it: without a server, so all of it is in the page.</summary>
internal static class SearchIndex
{
    // Letters of other alphabets stay letters: half the size of escapes, and readable.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Per notebook file, number, title, and its places: anchor, heading, text. No letter of it can end the
    /// element that it is written into.
    /// </summary>
    public static string Of(IEnumerable<Notebook> course, Edition edition) =>
        new JsonArray([.. course.Select(notebook => OfNotebook(notebook, edition))])
            .ToJsonString(Plain)
            .Replace("<", "\\u003c", StringComparison.Ordinal);

    private static JsonArray OfNotebook(Notebook notebook, Edition edition)
    {
        var facts = NotebookFacts.Of(notebook);
        var places = SearchPlace.In(notebook, edition).Select(place => new JsonArray(place.Anchor, place.Heading, place.Text));
        return new JsonArray(
            HandoutNames.Of(notebook.Name, edition), facts.Number, facts.ShortTitle, new JsonArray([.. places]));
    }
}
