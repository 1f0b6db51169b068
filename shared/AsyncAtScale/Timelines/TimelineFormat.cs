using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AsyncAtScale.Timelines;

/// <summary>
/// Writes and reads timelines in the format of <c>tests/reference/README.md</c>. Durations are seconds,
/// rounded to one microsecond. Beyond that format, and optional when reading: <c>reason</c> and
/// <c>derived</c> on spans, <c>limit</c> on counters, <c>expected.wakes</c>, <c>expected.lanes</c>.
/// </summary>
public static class TimelineFormat
{
    /// <summary>How values returned by a demo are written: names in snake_case, times in seconds.</summary>
    internal static readonly JsonSerializerOptions Facts = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SecondsConverter() },
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The timeline as JSON; <paramref name="id"/> names the run.</summary>
    public static JsonObject Write(Timeline timeline, string id)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new JsonObject
        {
            ["id"] = id,
            ["demo"] = id,
            ["case"] = "default",
            ["title"] = timeline.Title,
            ["source"] = "",
            ["shows"] = "",
            ["note"] = "",
            ["inputs"] = timeline.Inputs.DeepClone(),
            ["expected"] = new JsonObject
            {
                ["spans"] = Array(timeline.Spans, WriteSpan),
                ["instants"] = Array(timeline.Instants, WriteInstant),
                ["counters"] = Array(timeline.Counters, WriteCounter),
                ["summary"] = TimelineSummary.Write(timeline),
                ["wakes"] = Array(timeline.Wakes, WriteWake),
                ["lanes"] = Array(timeline.Lanes, WriteLane),
            },
        };
    }

    /// <summary>
    /// The timeline as the text of a file in this format, its title as the run's name: all that is known of the run. One of
    /// three: <see cref="ChromeTrace.ToChromeTrace"/> is for viewers, <see cref="TimelineCsv.ToCsv"/> for spreadsheets.
    /// </summary>
    public static string ToJson(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Write(timeline, timeline.Title).ToJsonString(Indented) + "\n";
    }

    /// <summary>Reads a run.</summary>
    /// <exception cref="FormatException">The JSON is not a run in this format; the message says what is wrong.</exception>
    public static Timeline Read(JsonObject run)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return TimelineReader.Read(run);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or JsonException or FormatException or OverflowException)
        {
            throw new FormatException($"This is not a timeline in the reference format: {problem.Message}", problem);
        }
    }

    internal static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 6);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    private static JsonObject WriteSpan(Span span)
    {
        var written = new JsonObject
        {
            ["lane"] = span.Lane,
            ["state"] = StateNames.Of(span),
            ["activity"] = StateNames.Of(span.Activity),
            ["label"] = span.Label,
            ["start"] = Seconds(span.Start),
            ["end"] = span.End is { } end ? Seconds(end) : null,
        };
        if (span.Reason is not null || span is { Activity: Activity.Waiting, Label: not null })
        {
            written["reason"] = span.Reason;
        }

        if (span.IsDerived)
        {
            written["derived"] = true;
        }

        return written;
    }

    private static JsonObject WriteInstant(Instant instant) => new()
    {
        ["lane"] = instant.Lane,
        ["name"] = instant.Name,
        ["at"] = Seconds(instant.At),
        ["detail"] = instant.Detail.DeepClone(),
    };

    private static JsonObject WriteCounter(Counter counter)
    {
        var written = new JsonObject
        {
            ["name"] = counter.Name,
            ["points"] = Array(counter.Points, point => new JsonArray(Seconds(point.At), point.Value)),
        };
        if (counter.Limit is { } limit)
        {
            written["limit"] = limit;
        }

        return written;
    }

    private static JsonObject WriteWake(Wake wake) => new()
    {
        ["lane"] = wake.Lane,
        ["at"] = Seconds(wake.At),
        ["cause"] = wake.Cause,
        ["kind"] = StateNames.Of(wake.Kind),
    };

    private static JsonObject WriteLane(LaneLife lane) => new()
    {
        ["lane"] = lane.Name,
        ["parent"] = lane.Parent,
        ["start"] = Seconds(lane.Start),
        ["end"] = lane.End is { } end ? Seconds(end) : null,
        ["ending"] = StateNames.Of(lane.Ending),
    };

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TimeSpan.FromSeconds(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Seconds(value));
    }
}
