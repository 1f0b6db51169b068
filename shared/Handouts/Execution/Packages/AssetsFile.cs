using System.Text.Json.Nodes;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Packages;

/// <summary>Reads what <c>dotnet restore</c> has found: <c>obj/project.assets.json</c>.</summary>
internal static class AssetsFile
{
    /// <summary>Stands in a package for "nothing for this framework".</summary>
    private const string Nothing = "_._";

    /// <summary>What the framework has itself comes from there, as in every program.</summary>
    private static readonly Lazy<HashSet<string>> Framework = new(() =>
        [.. FrameworkFolders().SelectMany(folder => Directory.GetFiles(folder, "*.dll")).Select(file => Path.GetFileNameWithoutExtension(file))]);

    /// <param name="path">The file.</param>
    /// <param name="target">"net10.0/linux-x64".</param>
    public static RestoredPackages Read(string path, string target)
    {
        var assets = JsonNode.Parse(File.ReadAllBytes(path))!;
        var folders = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var packages = assets["targets"]![target]!.AsObject()
            .Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => (Assets: library.Value!, Place: (string)assets["libraries"]![library.Key]!["path"]!))
            .ToList();
        return new RestoredPackages
        {
            Compile = [.. Files("compile").Where(IsForCells)],
            Run = [.. Files("runtime").Where(IsForCells).Select(file => new NamedAssembly(Path.GetFileNameWithoutExtension(file), file))],
            Native = [.. Files("native")],
        };

        IEnumerable<string> Files(string kind) =>
            from package in packages
            from asset in package.Assets[kind]?.AsObject() ?? []
            where !asset.Key.EndsWith(Nothing, StringComparison.Ordinal)
            select folders.Select(folder => Path.GetFullPath(Path.Combine(folder, package.Place, asset.Key))).FirstOrDefault(File.Exists);
    }

    private static bool IsForCells(string file) =>
        Path.GetExtension(file) == ".dll" && !Framework.Value.Contains(Path.GetFileNameWithoutExtension(file));

    /// <summary>That of the runtime, and ASP.NET Core's beside it: the child has both.</summary>
    private static IEnumerable<string> FrameworkFolders()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .FirstOrDefault(file => Path.GetFileName(file) == "Microsoft.AspNetCore.dll");
        return web is null ? [runtime] : [runtime, Path.GetDirectoryName(web)!];
    }
}
