using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Handouts.Execution.Child;

/// <summary>What every cell sees without asking: the usings and references of .NET Interactive's C# kernel.</summary>
internal static class CellReferences
{
    /// <summary>The framework's assemblies that a cell must name by <c>#r</c> in .NET Interactive, and so here.</summary>
    private static readonly string[] Excluded = ["System.Linq.AsyncEnumerable"];

    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks",
    ];

    /// <summary>The options of the first cell; later ones inherit references and usings from it.</summary>
    public static ScriptOptions Options() => ScriptOptions.Default
        .WithReferences([.. Framework(), MetadataReference.CreateFromFile(typeof(DisplayExtensions).Assembly.Location)])
        .WithImports([.. Usings, typeof(DisplayExtensions).FullName!])
        .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Environment.CurrentDirectory))
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(Environment.CurrentDirectory))
        .WithLanguageVersion(LanguageVersion.CSharp13)
        .WithFileEncoding(Encoding.UTF8)
        // Names the line of an exception.
        .WithEmitDebugInformation(true);

    /// <summary>This assembly is loaded already: a cell must meet the same one, not a copy.</summary>
    public static InteractiveAssemblyLoader Loader()
    {
        var loader = new InteractiveAssemblyLoader();
        loader.RegisterDependency(typeof(DisplayExtensions).Assembly);
        return loader;
    }

    private static IEnumerable<MetadataReference> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Where(path => !Excluded.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
