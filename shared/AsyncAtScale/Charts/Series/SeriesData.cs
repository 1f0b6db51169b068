using System.Text.Json.Nodes;

namespace AsyncAtScale.Charts;

/// <summary>The values that a series chart carries, for its script and for whoever wants them back.</summary>
internal static class SeriesData
{
    public static string Json(SeriesChart chart) => new JsonObject
    {
        ["title"] = chart.Title,
        ["unit"] = chart.Unit,
        ["end"] = SeriesScale.EndOf(chart),
        ["series"] = new JsonArray([.. chart.Series.Select(One)]),
    }.ToJsonString();

    private static JsonNode One(Series series) => new JsonObject
    {
        ["name"] = series.Name,
        ["kind"] = series.Kind switch { SeriesKind.Steps => "steps", SeriesKind.Line => "line", _ => "bars" },
        ["until"] = Rounded(series.Until),
        ["points"] = new JsonArray([.. series.Points.Select(point => new JsonArray(Rounded(point.At), Rounded(point.Value)))]),
    };

    private static double Rounded(double value) => Math.Round(value, 6);
}
