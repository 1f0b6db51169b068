using Handouts.Execution.Packages;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Handouts.Execution.Compilation;

/// <summary>
/// Compiles the cells' code, each piece seeing what the pieces before it declared. Nothing is run here, so that
/// all notebooks share one warm compiler, and a cell is compiled while those before it run.
/// </summary>
internal sealed class SubmissionChain(string folder)
{
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilationOptions _options = CellReferences.Options(folder);
    private readonly string _name = $"cells-{Guid.NewGuid():N}";
    private readonly List<PackageDirective> _packages = [];
    private readonly HashSet<string> _compiledAgainst = [];
    private CSharpCompilation? _last;
    private int _count;
    private int _slots;

    /// <summary>Compiles a piece of code; what is wrong with it is part of the result, never an exception.</summary>
    public CompiledPiece Compile(CellCode code, CancellationToken token)
    {
        if (code.Refusal() is { } refusal)
        {
            return CompiledPiece.Failed(refusal);
        }

        try
        {
            var packages = Restore(code, token);
            return packages.Problem is { } problem
                ? CompiledPiece.Failed(new ErrorOutput("PackageNotFound", $"{code.Label}({code.Packages[0].Line},1): {problem}", []))
                : Emit(code, Next(code, packages), packages, token);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Code that nests too deeply for the compiler costs its cell, not this process.
            return CompiledPiece.Failed(CompilationErrors.Of(
                $"{code.Label}: the compiler gave up: {problem.GetType().Name}: {problem.Message}"));
        }
    }

    /// <summary>What the packages of this piece and of those before it bring; nothing for a piece that names none.</summary>
    private RestoredPackages Restore(CellCode code, CancellationToken token)
    {
        if (code.Packages.Count == 0)
        {
            return new RestoredPackages();
        }

        var restored = PackageRestore.Restore([.. _packages, .. code.Packages], folder, token);
        if (restored.Problem is null)
        {
            _packages.AddRange(code.Packages);
        }

        return restored;
    }

    private CSharpCompilation Next(CellCode code, RestoredPackages packages)
    {
        var number = _count++;
        var isFirst = _last is null;
        // Later pieces inherit them.
        var added = packages.Compile.Where(_compiledAgainst.Add).Select(file => MetadataReference.CreateFromFile(file));
        return CSharpCompilation.CreateScriptCompilation(
            $"{_name}#{number}",
            code.Tree,
            isFirst ? [.. CellReferences.All, .. added] : added,
            (isFirst ? _options : _options.WithUsings()).WithScriptClassName($"Submission#{number}"),
            _last,
            returnType: typeof(object));
    }

    private CompiledPiece Emit(CellCode code, CSharpCompilation compilation, RestoredPackages packages, CancellationToken token)
    {
        var syntax = compilation.GetParseDiagnostics(token);
        if (CompilationErrors.Of(syntax) is { } misspelt)
        {
            return CompiledPiece.Failed(misspelt);
        }

        using var program = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(program, symbols, options: Emission, cancellationToken: token);
        if (CompilationErrors.Of(emitted.Diagnostics) is { } error)
        {
            return CompiledPiece.Failed(error);
        }

        _last = compilation;
        var piece = new CompiledPiece
        {
            Warnings = CompilationErrors.Warnings(emitted.Diagnostics),
            References = CellReferences.NamedBy(compilation),
            Packages = packages.Run,
            Natives = packages.Native,
        };
        // A piece of nothing but usings has no program, and that is no error.
        return !emitted.Success ? piece : piece with
        {
            Slot = ++_slots,
            EntryType = compilation.GetEntryPoint(token)!.ContainingType.MetadataName,
            Program = program.ToArray(),
            Symbols = symbols.ToArray(),
            Ending = code.EndingIn(compilation),
        };
    }
}
