using System.CommandLine;
using Handouts.Execution;

namespace Handouts.Commands;

/// <summary>The command <c>check</c>.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = NotebookArguments.Argument();
        var timeout = TimeoutOption.Create();
        var command = new Command(
            "check", "Runs notebooks afresh, compares with their committed outputs, and checks the course's rules.")
        {
            notebooks, timeout,
        };
        command.SetAction((parsed, token) => CheckAction.RunAsync(
            NotebookArguments.Resolve(parsed.GetValue(notebooks)!),
            new RunSettings { Limit = TimeoutOption.Parse(parsed.GetValue(timeout)), InspectCode = true },
            token));
        return command;
    }
}
