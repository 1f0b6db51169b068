using System.Diagnostics;
using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>
/// What a notebook needs beside .NET. Its metadata object "course" says so, <c>"needs": {"what": …, "ask": …}</c>, and names a
/// program that knows: asked <c>have</c>, it ends with code 0 if everything is there. Where it is not, the notebook is not run,
/// and its committed outputs stand.
/// </summary>
internal static class Needs
{
    /// <summary>What is missing here ("RabbitMQ and PostgreSQL"); null if nothing is, or nothing is needed.</summary>
    public static async Task<string?> MissingAsync(Notebook notebook, CancellationToken token)
    {
        if (notebook.Metadata["course"]?["needs"] is not JsonObject needs
            || (string?)needs["ask"] is not { } ask
            || Path.GetFullPath(Path.Combine(notebook.Folder, ask)) is var program && !File.Exists(program))
        {
            return null; // a program that is not built is a matter of the cell that needs it
        }

        using var asked = Process.Start(new ProcessStartInfo(DotnetHost.Path, [program, "have"]))!;
        using var end = token.Register(() => ProcessTree.Kill(asked));
        await asked.WaitForExitAsync(CancellationToken.None);
        token.ThrowIfCancellationRequested();
        return asked.ExitCode == 0 ? null : (string?)needs["what"] ?? "something that is not here";
    }

    /// <summary>The sentence for the console.</summary>
    public static string Sentence(Notebook notebook, string what) =>
        $"{notebook.Name}: not run here: needs {what}; its committed outputs stand.";

    /// <summary>The notebook with its committed outputs, and a remark below the title that they are not of this run.</summary>
    public static Notebook Marked(Notebook notebook, string what)
    {
        var remark = new Cell
        {
            Id = "not-run-here",
            Kind = CellKind.Markdown,
            Source = $"**Not run here.** This notebook needs {what}, which this machine does not have: "
                + "its outputs are those that were committed with it.",
            Metadata = [],
        };
        return notebook.With([.. notebook.Cells.Take(1), remark, .. notebook.Cells.Skip(1)]);
    }

    /// <summary>A run of no cells, in which nothing went wrong.</summary>
    public static NotebookRun NoRun(Notebook notebook, string what) =>
        new(notebook, [], TimeSpan.Zero, [], new Dictionary<string, JsonObject>()) { Missing = what };
}
