using System.Reflection;
using System.Runtime.Loader;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>
/// Loads compiled cells and finds what they refer to: each other, the assemblies that they name, and those beside
/// these. The framework and this program come first, as everywhere.
/// </summary>
internal sealed class CellAssemblies
{
    private readonly AssemblyLoadContext _context = new("cells");
    private readonly Dictionary<string, Assembly> _cells = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    public CellAssemblies() => _context.Resolving += (_, name) => Find(name.Name!);

    /// <summary>From here on, these can be found.</summary>
    public void Add(IEnumerable<NamedAssembly> references)
    {
        lock (_named)
        {
            foreach (var reference in references)
            {
                _named[reference.Name] = reference.Path;
            }
        }
    }

    public Assembly Load(CompiledPiece piece)
    {
        using var program = new MemoryStream(piece.Program);
        using var symbols = new MemoryStream(piece.Symbols);
        var assembly = _context.LoadFromStream(program, symbols);
        lock (_named)
        {
            _cells.Add(assembly.GetName().Name!, assembly);
        }

        return assembly;
    }

    private Assembly? Find(string name)
    {
        lock (_named)
        {
            return _cells.GetValueOrDefault(name) is { } cell ? cell
                : Candidates(name).FirstOrDefault(File.Exists) is { } path ? _context.LoadFromAssemblyPath(path)
                : null;
        }
    }

    private IEnumerable<string> Candidates(string name) =>
        _named.TryGetValue(name, out var named)
            ? [named]
            : _named.Values.Select(Path.GetDirectoryName).Distinct().Select(folder => Path.Combine(folder!, name + ".dll"));
}
