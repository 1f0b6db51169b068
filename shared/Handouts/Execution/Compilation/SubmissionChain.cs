using Handouts.Execution.Protocol;
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
            return Emit(code, Next(code), token);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Code that nests too deeply for the compiler costs its cell, not this process.
            return CompiledPiece.Failed(CompilationErrors.Of(
                $"{code.Label}: the compiler gave up: {problem.GetType().Name}: {problem.Message}"));
        }
    }

    private CSharpCompilation Next(CellCode code)
    {
        var number = _count++;
        var isFirst = _last is null;
        return CSharpCompilation.CreateScriptCompilation(
            $"{_name}#{number}",
            code.Tree,
            isFirst ? CellReferences.All : [],
            (isFirst ? _options : _options.WithUsings()).WithScriptClassName($"Submission#{number}"),
            _last,
            returnType: typeof(object));
    }

    private CompiledPiece Emit(CellCode code, CSharpCompilation compilation, CancellationToken token)
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
