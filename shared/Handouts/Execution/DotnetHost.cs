using System.Runtime.InteropServices;

namespace Handouts.Execution;

/// <summary>The <c>dotnet</c> that runs this process, however it was started.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = System.IO.Path.Combine(
        new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent!.Parent!.Parent!.FullName,
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
