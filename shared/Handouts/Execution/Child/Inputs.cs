using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Handouts.Execution.Child;

/// <summary>The values of cells tagged "parameters": the inputs of the demos.</summary>
internal static class Inputs
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SecondsConverter() },
    };

    /// <summary>The values by their names in snake_case, as far as JSON can hold them; times are in seconds.</summary>
    public static JsonObject Read(Submissions submissions, IEnumerable<string> names)
    {
        var values = new JsonObject();
        foreach (var name in names)
        {
            try
            {
                values[JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] =
                    JsonSerializer.SerializeToNode(submissions.ValueOf(name), Format);
            }
            catch (Exception problem) when (problem is NotSupportedException or JsonException or ArgumentException)
            {
                // Not a value that JSON can hold: an input of another kind, left out.
            }
        }

        return values;
    }

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeSpan.FromSeconds(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.TotalSeconds);
    }
}
