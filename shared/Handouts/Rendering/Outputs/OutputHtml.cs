using System.Text;
using System.Text.RegularExpressions;
using Handouts.Notebooks;

namespace Handouts.Rendering.Outputs;

/// <summary>What a cell showed, as the page shows it.</summary>
internal sealed partial class OutputHtml(PageAssets assets)
{
    private readonly FragmentCleaner _cleaner = new(assets);

    /// <summary>All outputs of a cell; if held back, hidden until the reader has made a guess.</summary>
    public string Render(IReadOnlyList<Output> outputs, bool held)
    {
        var html = new StringBuilder();
        foreach (var output in Merge(outputs))
        {
            html.Append(held ? Hold(Render(output)) : Render(output));
        }

        return held && html.Length > 0 ? $"<div class=\"held\">{html}{Veil}</div>" : html.ToString();
    }

    private const string Veil =
        """<div class="veil needs-js" aria-hidden="true"><span>Waiting for your guess</span></div>""";

    /// <summary>A chart that marks what gives the answer away keeps its axis and lanes on show.</summary>
    private static string Hold(string output) =>
        HideableClass().IsMatch(output) ? output : $"<div class=\"hideable\">{output}</div>";

    private string Render(Output output) => output switch
    {
        StreamOutput { Name: "stderr" } stream => Text("Error text:", "text warned", stream.Text),
        StreamOutput stream => Text("Output:", "text", stream.Text),
        ErrorOutput error => Error(error),
        DisplayOutput { Html: { } fragment } => $"<div class=\"out\">{_cleaner.Clean(fragment)}</div>",
        DisplayOutput display when display.Data.GetValueOrDefault("image/svg+xml") is { } picture =>
            $"<div class=\"out\">{_cleaner.Clean(picture)}</div>",
        DisplayOutput { Plain: { } plain } => Text("Value:", "text", plain),
        _ => "",
    };

    private static string Text(string label, string kind, string text) =>
        text.TrimEnd() is { Length: > 0 } shown
            ? $"<div class=\"out {kind}\"><span class=\"sr\">{label}</span><pre>{Html.Encode(Printable.Of(shown))}</pre></div>"
            : "";

    private static string Error(ErrorOutput error)
    {
        var message = Html.Encode(Printable.Of(error.Message.TrimEnd()));
        var places = error.Traceback.Count == 0
            ? ""
            : $"\n\n<span class=\"places\">{Html.Encode(Printable.Of(string.Join('\n', error.Traceback).TrimEnd()))}</span>";
        return $"<div class=\"out error\"><span class=\"sr\">Error:</span><pre><span class=\"what\">{Html.Encode(Printable.Of(error.Name))}</span>: "
            + $"{message}{places}</pre></div>";
    }

    /// <summary>Console text that came in several pieces is one block.</summary>
    private static IEnumerable<Output> Merge(IReadOnlyList<Output> outputs)
    {
        StreamOutput? pending = null;
        foreach (var output in outputs)
        {
            if (output is StreamOutput stream && (pending is null || pending.Name == stream.Name))
            {
                pending = stream with { Text = pending?.Text + stream.Text };
                continue;
            }

            if (pending is not null)
            {
                yield return pending;
            }

            pending = output as StreamOutput;
            if (pending is null)
            {
                yield return output;
            }
        }

        if (pending is not null)
        {
            yield return pending;
        }
    }

    [GeneratedRegex(@"class=""[^""]*\bhideable\b")]
    private static partial Regex HideableClass();
}
