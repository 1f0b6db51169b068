using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>What a cell's metadata object "course" says to the handout alone; every key is optional.</summary>
/// <param name="Minutes">How long the section takes whose heading is in the cell.</param>
/// <param name="Answer">The right choice of a prediction, counted from 1.</param>
/// <param name="Because">One sentence of reason, said when the prediction is resolved.</param>
/// <param name="Marks">What each choice of a prediction would look like in the chart: "session-7 0.3 0.6", "session-7 0.3", "3", or "".</param>
/// <param name="Summary">What one can do after the notebook: its line on the map of the course.</param>
internal sealed record CellNotes(double? Minutes, int? Answer, string? Because, IReadOnlyList<string> Marks, string? Summary)
{
    /// <summary>Reads them; what is missing or of another type counts as not said.</summary>
    public static CellNotes Of(Cell cell)
    {
        var course = cell.Metadata["course"] as JsonObject ?? [];
        return new CellNotes(
            Number(course["minutes"]),
            (int?)Number(course["answer"]),
            Text(course["because"]),
            [.. (course["marks"] as JsonArray ?? []).Select(mark => Text(mark) ?? "")],
            Text(course["summary"]));
    }

    /// <summary>Whether a page of that edition has the cell: raw cells are nothing to a page, some are the teacher's alone.</summary>
    public static bool IsShown(Cell cell, Edition edition) =>
        cell.Kind != CellKind.Raw
        && (edition == Edition.Instructor || !(cell.Course.Role == "instructor" || cell.Tags.Contains("instructor")));

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
