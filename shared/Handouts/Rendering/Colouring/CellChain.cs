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

    /// <summary>Adds a cell: it sees all cells before it, and is seen by all that follow.</summary>
    public DocumentId AddCell(string code)
    {
        var document = Add(code, SourceCodeKind.Script);
        _last = document.ProjectId;
        return document;
    }

    /// <summary>
    /// Adds code that is only shown. It sees the cells, unless it is only right in a file of its own
    /// (<c>using var</c>, a namespace): then it is read as one.
    /// </summary>
    public DocumentId AddSnippet(string code) =>
        Add(code, HasErrors(code, SourceCodeKind.Script) && !HasErrors(code, SourceCodeKind.Regular)
            ? SourceCodeKind.Regular
            : SourceCodeKind.Script);

    /// <summary>
    /// What was added, among all that was added so far. Never kept: each addition makes a new picture of the whole, and
    /// a picture from before that addition would compile all cells before it once more.
    /// </summary>
    public Document Find(DocumentId id) => _workspace.CurrentSolution.GetDocument(id)!;

    private DocumentId Add(string code, SourceCodeKind kind)
    {
        var id = ProjectId.CreateNewId();
        var isCell = kind == SourceCodeKind.Script;
        var project = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name: id.Id.ToString(),
            assemblyName: id.Id.ToString(),
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Imports),
            parseOptions: CSharpParseOptions.Default.WithKind(kind),
            projectReferences: isCell && _last is not null ? [new ProjectReference(_last)] : [],
            metadataReferences: _references,
            isSubmission: isCell);
        var document = DocumentInfo.Create(
            DocumentId.CreateNewId(id),
            "code.cs",
            sourceCodeKind: kind,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default)));
        _workspace.AddProject(project.WithDocuments([document]));
        return document.Id;
    }

    private static bool HasErrors(string code, SourceCodeKind kind) =>
        CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithKind(kind))
            .GetDiagnostics()
            .Any(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>Lets go of the compilations.</summary>
    public void Dispose() => _workspace.Dispose();
}
