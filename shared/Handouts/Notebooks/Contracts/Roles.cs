using System.Text.Json;

namespace Handouts.Notebooks.Contracts;

/// <summary>What a cell can be for (<c>course.role</c>), and what the metadata object may hold.</summary>
internal static class Roles
{
    public static readonly IReadOnlySet<string> Known = new HashSet<string>
    {
        "title", "objectives", "model", "predict", "demo", "insight", "compare", "claim", "production", "pitfall",
        "exercise", "hint", "quiz", "takeaways", "deeper", "instructor", "setup", "parameters", "plain",
    };

    /// <summary>The keys of <c>course</c>, each with the JSON kind of its value.</summary>
    public static readonly IReadOnlyDictionary<string, JsonValueKind> Keys =
        new Dictionary<string, JsonValueKind>
        {
            ["role"] = JsonValueKind.String,
            ["check"] = JsonValueKind.String,
            ["reference"] = JsonValueKind.Array,
            ["differs"] = JsonValueKind.Object,
            ["outline"] = JsonValueKind.Array,
            ["exercise"] = JsonValueKind.String,
            ["needs"] = JsonValueKind.String,
            ["claims"] = JsonValueKind.Array,
            ["minutes"] = JsonValueKind.Number,
            ["summary"] = JsonValueKind.String,
            ["answer"] = JsonValueKind.Number,
            ["because"] = JsonValueKind.String,
            ["marks"] = JsonValueKind.Array,
        };
}
