using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Handouts.Execution.Child;

/// <summary>The cells' code, each piece seeing what the pieces before it declared.</summary>
internal sealed class ScriptChain(string fileName)
{
    private static readonly MetadataReference[] NoReferences = [];

    private readonly ScriptOptions _options = CellReferences.Options();
    private Script<object?>? _script;
    private ScriptState<object?>? _state;

    /// <summary>Compiles and runs a piece of code; warnings are printed, errors returned.</summary>
    public CellResult Run(string cellId, string source)
    {
        var code = CellCode.Parse(source);
        if (code.UnsupportedDirective($"{fileName}#{cellId}") is { } refusal)
        {
            return new CellResult(refusal);
        }

        var script = Continue($"{fileName}#{cellId}", source);
        var diagnostics = script.Compile();
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new CellResult(CellErrors.OfCompilation(diagnostics));
        }

        foreach (var warning in diagnostics)
        {
            Console.Error.WriteLine(CellErrors.Line(warning));
        }

        return Execute(script, code);
    }

    /// <summary>The value of a variable that a piece of code has declared.</summary>
    public object? ValueOf(string variable) => _state?.GetVariable(variable)?.Value;

    private Script<object?> Continue(string label, string source)
    {
        // As a stream: debug information needs to know the encoding of its source.
        using var code = new MemoryStream(Encoding.UTF8.GetBytes(source));
        return _script is null
            ? CSharpScript.Create<object?>(code, _options.WithFilePath(label), assemblyLoader: CellReferences.Loader())
            : _script.ContinueWith<object?>(code, _options.WithReferences(NoReferences).WithImports().WithFilePath(label));
    }

    private CellResult Execute(Script<object?> script, CellCode code)
    {
        var running = _state is null
            ? script.RunAsync(globals: null, catchException: static _ => true)
            : script.RunFromAsync(_state, catchException: static _ => true);
        _state = running.GetAwaiter().GetResult();
        _script = script;
        return _state.Exception is { } exception
            ? new CellResult(CellErrors.OfException(exception))
            : new CellResult(null, code.EndsWithValue(script, _state.ReturnValue), _state.ReturnValue);
    }
}
