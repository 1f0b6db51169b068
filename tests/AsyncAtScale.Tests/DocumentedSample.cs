using System.Globalization;
using System.Xml.Linq;
using AsyncAtScale.Demos;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace AsyncAtScale.Tests;

/// <summary>A sample of the public documentation. Its last line is an expression, and behind it stands what that is.</summary>
internal static class DocumentedSample
{
    private const string Says = " // ";

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Demo).Assembly, typeof(Enumerable).Assembly, typeof(Task).Assembly)
        .WithImports(
            "System",
            "System.Collections.Generic",
            "System.IO",
            "System.Linq",
            "System.Threading",
            "System.Threading.Tasks",
            "AsyncAtScale.Charts",
            "AsyncAtScale.Demos",
            "AsyncAtScale.Loop",
            "AsyncAtScale.Primitives",
            "AsyncAtScale.Teaching",
            "AsyncAtScale.Timelines")
        .WithWarningLevel(9999);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Samples = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(Demo).Assembly.Location, ".xml"))
            .Descendants("member")
            .SelectMany(member => member.Descendants("example").SelectMany(example => example.Descendants("code")).Select((code, index) => (
                Name: $"{(string)member.Attribute("name")!}{(index == 0 ? "" : $" ({index + 1})")}", Code: Trimmed(code.Value))))
            .ToDictionary(sample => sample.Name, sample => sample.Code));

    /// <summary>The documented members, as the compiler names them: "T:AsyncAtScale.Primitives.Race".</summary>
    public static IReadOnlyList<string> Names => [.. Samples.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What the documentation says that the last line is.</summary>
    public static string Said(string name) => LastLine(name).Split(Says, 2) is [_, var said]
        ? said
        : throw new InvalidOperationException($"The sample of {name} does not say what its last line is.");

    /// <summary>Compiler warnings of the sample.</summary>
    public static IReadOnlyList<string> Warnings(string name) =>
        [.. Script(name).Compile().Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Select(problem => problem.ToString())];

    /// <summary>What the last line is.</summary>
    public static async Task<string> RunAsync(string name) =>
        Convert.ToString((await Script(name).RunAsync()).ReturnValue, CultureInfo.InvariantCulture)!;

    private static Script<object> Script(string name) => CSharpScript.Create(Samples.Value[name], Options);

    private static string LastLine(string name) => Samples.Value[name].Split('\n')[^1];

    /// <summary>Without the blank lines around it and the indentation that the XML file adds.</summary>
    private static string Trimmed(string code)
    {
        var lines = code.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).ToList();
        lines = [.. lines.Take(lines.FindLastIndex(line => line.Length > 0) + 1)];
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }
}
