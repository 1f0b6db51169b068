using System.Text.Json.Nodes;
using Handouts.Execution;
using Handouts.Notebooks;

namespace Handouts.Commands;

/// <summary>The file of <c>--report</c>: per notebook and cell how it ended, how long it took, what it showed.</summary>
internal static class RunReport
{
    public static void Write(string path, IEnumerable<NotebookRun> runs) =>
        AtomicFile.Write(path, CanonicalJson.Write(new JsonObject
        {
            ["notebooks"] = new JsonArray([.. runs.Select(Report)]),
        }) + "\n");

    private static JsonObject Report(NotebookRun run) => new JsonObject
    {
        ["notebook"] = run.Notebook.Name,
        ["path"] = run.Notebook.Path,
        ["good"] = run.IsGood,
        ["milliseconds"] = Milliseconds(run.Elapsed),
        ["cells"] = new JsonArray([.. run.Cells.Select(Report)]),
    };

    private static JsonObject Report(CellRun cell) => new JsonObject
    {
        ["id"] = cell.Id,
        ["state"] = StateName(cell.State),
        ["milliseconds"] = Milliseconds(cell.Elapsed),
        ["outputs"] = new JsonArray([.. cell.Outputs.Select(output => JsonValue.Create(OutputKind.Of(output)))]),
        ["errors"] = cell.Error is { } error ? new JsonArray(Report(error)) : new JsonArray(),
    };

    private static JsonObject Report(ErrorOutput error) => new JsonObject
    {
        ["name"] = error.Name,
        ["message"] = error.Message,
        ["trace"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static string StateName(CellState state) => state switch
    {
        CellState.Passed => "passed",
        CellState.FailedAsExpected => "failed-as-expected",
        CellState.Failed => "failed",
        CellState.TimedOut => "timed-out",
        CellState.Interrupted => "interrupted",
        CellState.NotHere => "not-here",
        _ => "not-run",
    };
}
