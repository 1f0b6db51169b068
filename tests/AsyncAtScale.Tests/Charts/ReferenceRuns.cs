using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>The runs of <c>tests/reference</c>.</summary>
internal static class ReferenceRuns
{
    private static readonly string Folder = Find();

    public static IReadOnlyList<string> Ids { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> All => [.. Ids];

    public static Timeline Read(string id) =>
        TimelineFormat.Read(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, id + ".json")))!.AsObject());

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "reference");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/reference is not above " + AppContext.BaseDirectory);
    }
}
