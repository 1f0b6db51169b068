using System.CommandLine;
using Handouts.Execution;
using Handouts.Rendering;

namespace Handouts.Commands;

/// <summary>The command <c>export</c>, which is also what happens without any command.</summary>
internal static class ExportCommand
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "export";

    public static Command Create()
    {
        var notebooks = NotebookArguments.Argument();
        var output = new Option<string?>("--output") { Description = "The folder for the pages (default: handouts/ beside notebooks/).", HelpName = "DIR" };
        var edition = new Option<string>("--edition") { Description = "For whom.", DefaultValueFactory = _ => "student" };
        edition.AcceptOnlyFromAmong("student", "instructor");
        var noCache = new Option<bool>("--no-cache") { Description = "Runs notebooks that have not changed, too." };
        var jobs = new Option<int>("--jobs") { Description = "How many notebooks run side by side.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var timeout = TimeoutOption.Create();
        var command = new Command(Name, "Writes every notebook as a self-contained HTML handout, and a map of the course.")
        {
            notebooks, output, edition, noCache, jobs, timeout,
        };
        command.SetAction((parsed, token) => ExportAction.RunAsync(
            NotebookArguments.Resolve(parsed.GetValue(notebooks)!),
            new ExportOptions
            {
                Folder = parsed.GetValue(output),
                Edition = parsed.GetValue(edition) == "instructor" ? Edition.Instructor : Edition.Student,
                Jobs = Jobs(parsed.GetValue(jobs)),
                UseCache = !parsed.GetValue(noCache),
            },
            new RunSettings { Limit = TimeoutOption.Parse(parsed.GetValue(timeout)) },
            token));
        return command;
    }

    private static int Jobs(int jobs) => jobs is >= 1 and <= 64
        ? jobs
        : throw new UsageException("--jobs takes a number from 1 to 64.");
}
