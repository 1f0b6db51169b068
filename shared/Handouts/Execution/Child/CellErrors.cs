using System.Diagnostics;
using System.Text.RegularExpressions;
using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>Errors as a notebook shows them: what, and where in the cells; nothing of the machinery between.</summary>
internal static partial class CellErrors
{
    public static ErrorOutput OfException(Exception exception)
    {
        var trace = new List<string>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var prefix = cause == exception ? "" : "caused by ";
            trace.Add($"{prefix}{cause.GetType().Name}: {cause.Message}");
            trace.AddRange(new StackTrace(cause, fNeedFileInfo: true).GetFrames().Select(Place).OfType<string>());
        }

        return new ErrorOutput(exception.GetType().Name, exception.Message, trace);
    }

    /// <summary>A frame's place if it is in a cell.</summary>
    private static string? Place(StackFrame frame)
    {
        if (frame.GetFileName() is not { } file || !file.Contains(".ipynb#", StringComparison.Ordinal))
        {
            return null;
        }

        var method = frame.GetMethod();
        var generated = GeneratedName().Match($"{method?.DeclaringType?.Name} {method?.Name}");
        var name = generated.Success ? generated.Groups[1].Value : method?.Name;
        var inside = name is null or "" or "Initialize" or "Factory" ? "" : $" in {name}";
        return $"   at {Path.GetFileName(file)}, line {frame.GetFileLineNumber()}{inside}";
    }

    /// <summary>The method in the name of a state machine, lambda or local function.</summary>
    [GeneratedRegex(@"<(\w+)>")]
    private static partial Regex GeneratedName();
}
