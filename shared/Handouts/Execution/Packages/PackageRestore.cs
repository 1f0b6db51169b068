using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Handouts.Notebooks;

namespace Handouts.Execution.Packages;

/// <summary>
/// Gets packages through the SDK's own restore, with the NuGet configuration that holds for the notebook's folder.
/// What it found is remembered: the next time takes no process and no network.
/// </summary>
internal static class PackageRestore
{
    /// <summary>Gets a set of packages and all that they need; what is wrong is part of the result, never an exception.</summary>
    /// <param name="packages">The set; one id may be named more than once.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="token">Ends the restore and its process.</param>
    public static RestoredPackages Restore(IReadOnlyCollection<PackageDirective> packages, string folder, CancellationToken token)
    {
        var distinct = packages.DistinctBy(package => (package.Id.ToUpperInvariant(), package.Version)).ToList();
        var twice = distinct.GroupBy(package => package.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            return new RestoredPackages
            {
                Problem = $"{twice.Key} is named in the versions {string.Join(" and ", twice.Select(package => package.Version))}: name one of them.",
            };
        }

        var memory = MemoryOf(distinct, folder);
        return RestoredPackages.Read(memory) is { AreThere: true } remembered ? remembered : RestoreAnew(distinct, folder, memory, token);
    }

    private static RestoredPackages RestoreAnew(
        IReadOnlyCollection<PackageDirective> packages, string folder, string memory, CancellationToken token)
    {
        var work = Directory.CreateTempSubdirectory("handouts-packages-");
        try
        {
            var project = Path.Combine(work.FullName, "packages.csproj");
            File.WriteAllText(project, RestoreProject.Text(packages, folder));
            if (RestoreProcess.Run(project, folder, token) is { } complaint)
            {
                return new RestoredPackages { Problem = Sentence(packages, complaint, folder) };
            }

            var found = AssetsFile.Read(
                Path.Combine(work.FullName, "obj", "project.assets.json"), $"{RestoreProject.Framework}/{RestoreProject.Platform}");
            Remember(memory, found);
            return found;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>NuGet says what and where it has looked; here stands what to do.</summary>
    private static string Sentence(IEnumerable<PackageDirective> packages, string complaint, string folder) =>
        $"{string.Join(", ", packages.Select(package => $"{package.Id} {package.Version}"))} cannot be had: {complaint.TrimEnd('.')};"
        + $" check name and version, the network, and the sources that nuget.config gives for {folder}.";

    private static void Remember(string memory, RestoredPackages found)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
            AtomicFile.Write(memory, JsonSerializer.Serialize(found));
        }
        catch (Exception problem) when (problem is UsageException or IOException or UnauthorizedAccessException)
        {
            // No place to remember it: the next time takes as long as this one.
        }
    }

    private static string MemoryOf(IEnumerable<PackageDirective> packages, string folder)
    {
        var key = new StringBuilder($"{RestoreProject.Framework} {RestoreProject.Platform}\n");
        foreach (var package in packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase))
        {
            key.Append($"{package.Id.ToUpperInvariant()} {package.Version}\n");
        }

        foreach (var configuration in Configurations(folder))
        {
            key.Append($"{configuration}\n{File.ReadAllText(configuration)}\n");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())));
        return Path.Combine(Place(), $"{hash[..32]}.json");
    }

    /// <summary>The files that say where packages come from, from the folder upward.</summary>
    private static IEnumerable<string> Configurations(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is { Exists: true }; place = place.Parent)
        {
            foreach (var file in place.GetFiles("*.config").Where(file => file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)))
            {
                yield return file.FullName;
            }
        }
    }

    private static string Place()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(home.Length == 0 ? Path.GetTempPath() : home, "async-at-scale", "packages");
    }
}
