using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Handouts.Execution.Packages;

/// <summary>The project that is restored for the sake of its packages.</summary>
internal static class RestoreProject
{
    /// <summary>"net10.0": what this program runs on, and so do cells.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>"linux-x64".</summary>
    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The project's text.</summary>
    /// <param name="packages">What it references.</param>
    /// <param name="folder">NuGet's configuration is looked for from here upward: the notebook's folder.</param>
    public static string Text(IEnumerable<PackageDirective> packages, string folder) => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", Framework),
            new XElement("RuntimeIdentifier", Platform),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            // What is vulnerable is for the notebook's author to know; here it would ask the network every time.
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreRootConfigDirectory", folder)),
        new XElement(
            "ItemGroup",
            packages.Select(package => new XElement(
                "PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", $"[{package.Version}]")))))
        .ToString();
}
