using Handouts.Execution.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;

namespace Handouts.Execution.Compilation;

/// <summary>What every cell sees without asking: the usings and references of .NET Interactive's C# kernel.</summary>
internal static class CellReferences
{
    /// <summary>The framework's assemblies that a cell must name by <c>#r</c> in .NET Interactive, and so here.</summary>
    private static readonly string[] Excluded = ["System.Linq.AsyncEnumerable"];

    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks",
    ];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyAll = new(
        () => [.. Framework(), MetadataReference.CreateFromFile(typeof(DisplayExtensions).Assembly.Location)]);

    /// <summary>The references of the first cell, which later ones inherit. Read once, shared by all notebooks.</summary>
    public static IReadOnlyList<MetadataReference> All => LazyAll.Value;

    /// <summary>The options of the first cell.</summary>
    /// <param name="folder">Where paths in directives begin: the notebook's folder.</param>
    public static CSharpCompilationOptions Options(string folder) => new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: [.. Usings, typeof(DisplayExtensions).FullName!],
        // On the compiling thread alone: its stack is known to be large enough.
        concurrentBuild: false,
        // As the SDK does: a package that was built against an older version of another is the rule.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
        sourceReferenceResolver: ScriptSourceResolver.Default.WithBaseDirectory(folder),
        metadataReferenceResolver: ScriptMetadataResolver.Default.WithBaseDirectory(folder),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    /// <summary>The assemblies outside the framework that a piece names.</summary>
    public static IReadOnlyList<NamedAssembly> NamedBy(CSharpCompilation compilation) =>
    [
        .. compilation.DirectiveReferences
            .OfType<PortableExecutableReference>()
            .Where(reference => reference.FilePath is { } path && Path.GetDirectoryName(path) != FrameworkFolder)
            .Select(reference => new NamedAssembly(
                compilation.GetAssemblyOrModuleSymbol(reference)?.Name ?? Path.GetFileNameWithoutExtension(reference.FilePath!),
                reference.FilePath!)),
    ];

    private static IEnumerable<MetadataReference> Framework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => path.StartsWith(FrameworkFolder, StringComparison.Ordinal))
            .Where(path => !Excluded.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path));
}
