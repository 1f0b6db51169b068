using System.Text.Json.Serialization;

namespace Worker.Logs;

/// <summary>What a line of a worker's log says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LogKind>))]
public enum LogKind
{
    /// <summary>An answer to "what time is it?".</summary>
    Clock,

    /// <summary>A stretch of work begins.</summary>
    Work,

    /// <summary>A wait begins; the label is what for.</summary>
    Wait,

    /// <summary>The stretch ends well.</summary>
    End,

    /// <summary>The stretch ends because the work was called off.</summary>
    CalledOff,

    /// <summary>The stretch ends because the work failed or was refused.</summary>
    Fail,

    /// <summary>Something happened.</summary>
    Mark,
}

/// <summary>One line of a worker's log.</summary>
/// <param name="At">Seconds on the worker's own clock, which starts with its process.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Label">What the work or wait is called, or what happened.</param>
/// <param name="Span">Which stretch begins or ends: its number within the process.</param>
/// <param name="Detail">Which item it was about, or null.</param>
public sealed record LogLine(double At, LogKind Kind, string Label = "", int Span = 0, string? Detail = null);
