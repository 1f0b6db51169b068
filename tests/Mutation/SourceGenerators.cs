using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mutation;

/// <summary>The one source generator that the library's build runs: the SDK's, for regular expressions.</summary>
internal static class SourceGenerators
{
    public static CSharpCompilation Run(CSharpCompilation compilation, CSharpParseOptions options)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..");
        var generator = Directory
            .GetFiles(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), "System.Text.RegularExpressions.Generator.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        var type = Assembly.LoadFrom(generator).GetType("System.Text.RegularExpressions.Generator.RegexGenerator", throwOnError: true)!;
        CSharpGeneratorDriver
            .Create([((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return (CSharpCompilation)complete;
    }
}
