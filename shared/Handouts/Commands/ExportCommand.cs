using System.CommandLine;

namespace Handouts.Commands;

/// <summary>The command <c>export</c>, which is also what happens without any command.</summary>
internal static class ExportCommand
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "export";

    public static Command Create()
    {
        var command = new Command(Name, "Writes every notebook as a self-contained HTML handout, and an index.");
        command.SetAction(int (_) => throw new UsageException("Handouts cannot be written yet: 'run' and 'check' can be used."));
        return command;
    }
}
