using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Handouts.Commands;

/// <summary>What --help says, and below it what people really type.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    private const string Program = "dotnet run --project shared/Handouts --";

    private static readonly Dictionary<string, (string Arguments, string Meaning)[]> Examples = new()
    {
        ["export"] =
        [
            ("export", "every handout, into handouts/"),
            ("export 08-semaphore", "one handout; the others stay as they are"),
            ("export --edition instructor --output ~/class", "with the teacher's notes and the solutions"),
        ],
        ["run"] =
        [
            ("run 08-semaphore", "is everything in it still right?"),
            ("run 08-semaphore --set \"permits=5\"", "the same demos with another number"),
            ("run 08-semaphore --watch", "its page in the browser follows every save"),
            ("run 08-semaphore --write", "stores the outputs in the notebook"),
            ("run 02-running-concurrently --pace real", "on the real clock"),
        ],
        ["check"] =
        [
            ("check", "the whole course against its outputs and against Python"),
            ("check 03-tasks-and-cancellation", "one notebook"),
        ],
    };

    /// <summary>Adds examples to the help of a command and of all commands in it.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var shown = Examples.GetValueOrDefault(parseResult.CommandResult.Command.Name) ?? [.. Examples.Values.Select(examples => examples[0])];
        output.WriteLine("Examples:");
        foreach (var (arguments, meaning) in shown)
        {
            output.WriteLine($"  {Program} {arguments}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
        return code;
    }
}
