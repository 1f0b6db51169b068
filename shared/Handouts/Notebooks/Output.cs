using System.Text.Json.Nodes;

namespace Handouts.Notebooks;

/// <summary>Something a cell showed; the four kinds of nbformat.</summary>
internal abstract record Output;

/// <summary>Console text, in one piece per stream and turn.</summary>
/// <param name="Name">"stdout" or "stderr".</param>
/// <param name="Text">The text as written.</param>
internal sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>A value in one or more forms.</summary>
/// <param name="Data">The forms by MIME type, each as text.</param>
/// <param name="IsResult">True for the value of the cell's last expression, false for one displayed on the way.</param>
/// <param name="Metadata">Kept as they are.</param>
internal sealed record DisplayOutput(IReadOnlyDictionary<string, string> Data, bool IsResult, JsonObject Metadata) : Output
{
    /// <summary>The HTML form, or null.</summary>
    public string? Html => Data.GetValueOrDefault("text/html");

    /// <summary>The plain form, or null.</summary>
    public string? Plain => Data.GetValueOrDefault("text/plain");
}

/// <summary>An exception or compile error that ended the cell.</summary>
/// <param name="Name">The exception's type, or "CompilationError".</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">Where it came from: cell, line, column; one line each.</param>
internal sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : Output;
