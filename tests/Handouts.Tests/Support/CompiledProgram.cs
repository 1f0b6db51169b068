using Handouts.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Handouts.Tests.Support;

/// <summary>A small program of a test's own, for <c>dotnet</c> to run.</summary>
internal static class CompiledProgram
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Compiles top-level statements into a folder; the path of the program.</summary>
    public static string Write(string folder, string name, string statements)
    {
        var path = Path.Combine(folder, name + ".dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(statements)],
            Directory.GetFiles(FrameworkFolder, "System*.dll").Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication)).Emit(path);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        File.Copy(
            Path.ChangeExtension(typeof(NotebookRunner).Assembly.Location, ".runtimeconfig.json"),
            Path.Combine(folder, name + ".runtimeconfig.json"));
        return path;
    }

    private static bool IsManaged(string file) => !file.EndsWith(".Native.dll", StringComparison.Ordinal);
}
