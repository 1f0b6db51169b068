using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>
/// Loads compiled cells and finds what they refer to: the assemblies of packages; the framework and this program; then
/// each other, the assemblies that they name, and those beside these.
/// </summary>
internal sealed class CellAssemblies
{
    private readonly CellContext _context;
    private readonly Dictionary<string, Assembly> _cells = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _natives = new(StringComparer.OrdinalIgnoreCase);

    public CellAssemblies()
    {
        _context = new CellContext(this);
        _context.Resolving += (_, name) => Find(name.Name!);
    }

    /// <summary>From here on, what a piece names can be found.</summary>
    public void Add(CompiledPiece piece)
    {
        lock (_named)
        {
            foreach (var reference in piece.References)
            {
                _named[reference.Name] = reference.Path;
            }

            foreach (var package in piece.Packages)
            {
                _packages[package.Name] = package.Path;
            }

            foreach (var native in piece.Natives)
            {
                _natives[Path.GetFileName(native)] = native;
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

    private string? PackageOf(string name)
    {
        lock (_named)
        {
            return _packages.GetValueOrDefault(name);
        }
    }

    /// <summary>A native library by the names that it may have on any platform.</summary>
    private string? NativeOf(string name)
    {
        lock (_named)
        {
            return ((string[])[name, $"{name}.dll", $"{name}.so", $"lib{name}.so", $"{name}.dylib", $"lib{name}.dylib"])
                .Select(file => _natives.GetValueOrDefault(file))
                .FirstOrDefault(path => path is not null);
        }
    }

    /// <summary>A package comes before this program's own libraries: the cell has named its version.</summary>
    private sealed class CellContext(CellAssemblies assemblies) : AssemblyLoadContext("cells")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblies.PackageOf(assemblyName.Name!) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            assemblies.NativeOf(unmanagedDllName) is { } path ? NativeLibrary.Load(path) : 0;
    }
}
