using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Benchmarks;

/// <summary>
/// The least that any runner of notebooks must do: compile the cells one after another by Roslyn scripting,
/// in a fresh process, without running them and without naming a line.
/// </summary>
internal static class CompilePeer
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks",
    ];

    /// <summary>Compiles the cells of notebooks, one notebook after another; the exit code counts cells that do not compile.</summary>
    public static int Run(IEnumerable<string> notebooks) => notebooks.Sum(Run);

    private static int Run(string notebook)
    {
        var cells = JsonNode.Parse(File.ReadAllBytes(notebook))!["cells"]!.AsArray()
            .Where(cell => (string?)cell!["cell_type"] == "code")
            .Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => (string?)line)));
        var options = ScriptOptions.Default
            .WithImports(Usings)
            .AddReferences(typeof(Enumerable).Assembly, typeof(System.Threading.Channels.Channel).Assembly)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Path.GetDirectoryName(Path.GetFullPath(notebook))));

        // The display call that an engine supplies.
        Script script = CSharpScript.Create("static void Display(this object value) { }", options);
        var failed = 0;
        foreach (var cell in cells)
        {
            var next = script.ContinueWith(cell);
            if (next.Compile().Any(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error))
            {
                failed++;
            }
            else
            {
                script = next;
            }
        }

        return failed;
    }
}
