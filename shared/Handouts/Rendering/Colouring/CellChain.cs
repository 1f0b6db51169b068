using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Handouts.Rendering.Colouring;

/// <summary>
/// A notebook's cells for the compiler: each a submission that sees the ones before, as when they run. So a name
/// is classified by what it means at that place, also where a later cell declares it anew.
/// </summary>
internal sealed class CellChain : IDisposable
{
    private static readonly string[] Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading",
        "System.Threading.Tasks",
    ];

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly IReadOnlyList<MetadataReference> _references;
    private ProjectId? _last;

    /// <summary>A chain without links.</summary>
    public CellChain(IEnumerable<MetadataReference> references) => _references = [.. references];

    /// <summary>Adds code that sees all that was added before.</summary>
    /// <param name="code">The source of a cell.</param>
    /// <param name="isSeen">Whether code that follows sees it.</param>
    public Document Add(string code, bool isSeen)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name: id.Id.ToString(),
            assemblyName: id.Id.ToString(),
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Imports),
            parseOptions: CSharpParseOptions.Default.WithKind(SourceCodeKind.Script),
            projectReferences: _last is null ? [] : [new ProjectReference(_last)],
            metadataReferences: _references,
            isSubmission: true);
        var document = DocumentInfo.Create(
            DocumentId.CreateNewId(id),
            "cell.csx",
            sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default)));
        _workspace.AddProject(project.WithDocuments([document]));
        _last = isSeen ? id : _last;
        return _workspace.CurrentSolution.GetDocument(document.Id)!;
    }

    /// <summary>Lets go of the compilations.</summary>
    public void Dispose() => _workspace.Dispose();
}
