using Handouts.Execution;
using Handouts.Execution.References;
using Handouts.Notebooks;
using Handouts.Notebooks.Contracts;

namespace Handouts.Commands;

/// <summary>Checks notebooks, two side by side: a line per finding, then a summary.</summary>
internal static class CheckAction
{
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, RunSettings settings, CancellationToken token)
    {
        var notebooks = paths.Select(NotebookFile.Read).ToList();
        var catalogue = ReferenceCatalogue.Read(ReferenceRuns.Folder(notebooks[0]));
        using var console = CourseConsole.Create();
        var checks = await SideBySide.RunAsync(
            notebooks, notebook => CheckAsync(notebook, catalogue, settings, console, token));
        token.ThrowIfCancellationRequested();
        var coverage = Coverage.Of(notebooks, catalogue);
        var missing = IsWholeCourse(notebooks) ? coverage.Missing().ToList() : [];
        missing.ForEach(sentence => console.Say($"course: {sentence}"));
        var findings = checks.Sum(check => check.Findings) + missing.Count;
        var notHere = checks.Sum(check => check.Run.Cells.Count(cell => cell.State == CellState.NotHere));
        console.Say($"{notebooks.Count} notebooks, {findings} findings; {coverage}" + (notHere > 0 ? $"; {notHere} not run here" : ""));
        var code = RunExit.CodeOf([.. checks.Select(check => check.Run)]);
        return code == ExitCodes.Good && findings > 0 ? ExitCodes.Findings : code;
    }

    /// <summary>What the course leaves out can be said only of all of it.</summary>
    private static bool IsWholeCourse(List<Notebook> notebooks) =>
        !notebooks.Exists(notebook => Extras.IsOne(notebook.Path)) && Directory.GetFiles(notebooks[0].Folder, "*.ipynb").Length == notebooks.Count;

    private static async Task<(NotebookRun Run, int Findings)> CheckAsync(
        Notebook notebook, ReferenceCatalogue catalogue, RunSettings settings, CourseConsole console, CancellationToken token)
    {
        var form = NotebookCheck.Form(notebook, catalogue).ToList();
        var run = await NotebookExecution.RunAsync(
            notebook,
            settings,
            console,
            cell => console.Running(notebook.Name, cell.State == CellState.Running ? cell.Id : null),
            token);
        var findings = form.Concat(NotebookCheck.Run(run)).ToList();
        findings.ForEach(finding => console.Say(finding.ToString()));
        if (run.Missing is null)
        {
            SaySummary(run, findings.Count, console);
        }

        return (run, findings.Count);
    }

    private static void SaySummary(NotebookRun run, int findings, CourseConsole console) => console.Say(
        $"{run.Notebook.Name}: {run.Cells.Count} code cells, {findings} findings, {run.Elapsed.TotalMilliseconds:0} ms"
        + (run.NotHere is { } missing ? $"; {missing}" : ""));
}
