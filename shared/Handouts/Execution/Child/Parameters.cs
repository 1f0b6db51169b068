using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>The variables of cells tagged "parameters": the inputs of the demos.</summary>
internal static class Parameters
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SecondsConverter() },
    };

    /// <summary>A sentence about an assignment to a variable that no parameters cell declares; null if all are known.</summary>
    public static string? UnknownName(ChildRequest request)
    {
        if (request.Assignments.Count == 0)
        {
            return null;
        }

        var known = request.Cells.Where(cell => cell.IsParameters).SelectMany(cell => Names(cell.Source)).ToList();
        var unknown = request.Assignments.FirstOrDefault(assignment => !known.Contains(assignment.Name));
        return unknown is null ? null
            : known.Count == 0 ? $"--set {unknown.Name}: {request.FileName} has no cell tagged \"parameters\"."
            : $"--set {unknown.Name}: {request.FileName} has no such parameter; it has {string.Join(", ", known)}.";
    }

    public static IEnumerable<string> Names(string source) =>
        CellCode.Parse(source).Variables.Select(variable => variable.Identifier.ValueText);

    /// <summary>The values by their names in snake_case, as far as JSON can hold them; times are in seconds.</summary>
    public static JsonObject Read(ScriptChain scripts, string source)
    {
        var values = new JsonObject();
        foreach (var name in Names(source))
        {
            try
            {
                values[JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] =
                    JsonSerializer.SerializeToNode(scripts.ValueOf(name), Format);
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
