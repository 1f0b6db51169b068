using System.CommandLine;
using Handouts.Execution;

namespace Handouts.Commands;

/// <summary>The command <c>run</c>: its options, and what they allow together.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebooks = NotebookArguments.Argument();
        var write = new Option<bool>("--write") { Description = "Stores the outputs in the notebooks." };
        var set = SetOption.Create();
        var pace = new Option<string>("--pace")
        {
            Description = "The clock that demos run on.",
            DefaultValueFactory = _ => "virtual",
        };
        pace.AcceptOnlyFromAmong("virtual", "real");
        var timelines = new Option<string?>("--timelines")
        {
            Description = "Writes every displayed timeline into this folder, in the format of tests/reference.",
            HelpName = "DIR",
        };
        var report = new Option<string?>("--report")
        {
            Description = "Writes states, times, outputs and errors of all cells into this file, as JSON.",
            HelpName = "FILE",
        };
        var watch = new Option<bool>("--watch")
        {
            Description = "Serves the handouts to browsers on this machine; runs a notebook again, and refreshes its page, whenever it is saved.",
        };
        var timeout = TimeoutOption.Create();
        var command = new Command("run", "Runs notebooks and says how each cell ended.")
        {
            notebooks, write, set, pace, timelines, report, watch, timeout,
        };
        command.SetAction((parsed, token) => RunAction.RunAsync(
            new RunOptions(
                NotebookArguments.Resolve(parsed.GetValue(notebooks)!),
                new RunSettings
                {
                    Limit = TimeoutOption.Parse(parsed.GetValue(timeout)),
                    Pace = parsed.GetValue(pace)!,
                    Assignments = SetOption.Parse(parsed.GetValue(set)!),
                    CollectInputs = parsed.GetValue(timelines) is not null,
                },
                parsed.GetValue(write),
                parsed.GetValue(timelines),
                parsed.GetValue(report),
                parsed.GetValue(watch)),
            token));
        return command;
    }
}
