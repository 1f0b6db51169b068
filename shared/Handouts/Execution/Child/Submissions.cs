using System.Reflection;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>Runs compiled pieces of code as Roslyn's scripts run, without loading Roslyn.</summary>
internal sealed class Submissions
{
    private const BindingFlags Variables = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private readonly CellAssemblies _assemblies = new();

    /// <summary>The objects whose fields are the variables; each piece adds its own. The first place is not used.</summary>
    private object?[] _objects = new object?[16];

    /// <summary>Runs a piece; warnings are printed, errors returned.</summary>
    public CellResult Run(CompiledPiece piece)
    {
        if (piece.Error is not null)
        {
            return new CellResult(piece.Error);
        }

        foreach (var warning in piece.Warnings)
        {
            Console.Error.WriteLine(warning);
        }

        _assemblies.Add(piece);
        try
        {
            var value = piece.Program.Length == 0 ? null : Call(piece);
            return new CellResult(null, HasValue(piece.Ending, value), value);
        }
        catch (Exception exception)
        {
            return new CellResult(CellErrors.OfException(exception));
        }
    }

    /// <summary>The value of a variable that a piece of code has declared; of the latest of that name.</summary>
    public object? ValueOf(string variable) => _objects.Reverse()
        .Select(submission => (Field: submission?.GetType().GetField(variable, Variables), Owner: submission))
        .FirstOrDefault(found => found.Field is not null) is ({ } field, var owner) ? field.GetValue(owner) : null;

    private static bool HasValue(CodeEnding ending, object? value) =>
        ending == CodeEnding.Value || (ending == CodeEnding.ExpressionWithoutType && value is not null);

    private object? Call(CompiledPiece piece)
    {
        if (piece.Slot >= _objects.Length)
        {
            Array.Resize(ref _objects, 2 * piece.Slot);
        }

        var type = _assemblies.Load(piece).GetType(piece.EntryType, throwOnError: true)!;
        var entry = type.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return entry.CreateDelegate<Func<object?[], Task<object?>>>()(_objects).GetAwaiter().GetResult();
    }
}
