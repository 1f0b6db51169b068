using System.Text.Json;
using System.Text.RegularExpressions;

namespace AsyncAtScale.Teaching;

/// <summary>Reads what the lectures say, and what Python was seen to do, from the records that come with the course.</summary>
internal static partial class ClaimList
{
    private static readonly Lazy<Dictionary<string, Probe>> Probes = new(ReadProbes);

    /// <summary>All claims, in the order of the list, none tried in .NET yet.</summary>
    public static List<Claim> Read() =>
    [
        .. Resource("CLAIMS.md").Split('\n')
            .Where(line => Row().IsMatch(line))
            .Select(line => line.Trim().Trim('|').Split('|'))
            .Select(cells => new Claim(Plain(cells[0]), Plain(cells[1]), Plain(cells[2]), Plain(cells[3]))),
    ];

    /// <summary>The experiments in Python that an evidence names, "p:threads", with what each was asked and answered.</summary>
    public static IEnumerable<Probe> ProbesIn(string evidence) =>
        ProbeName().Matches(evidence).Select(match => Probes.Value[match.Groups[1].Value]);

    private static Dictionary<string, Probe> ReadProbes()
    {
        using var file = JsonDocument.Parse(Resource("probes.json"));
        return file.RootElement.EnumerateObject().ToDictionary(
            probe => probe.Name,
            probe => new Probe(
                probe.Name,
                probe.Value.GetProperty("question").GetString()!,
                JsonSerializer.Serialize(probe.Value.GetProperty("answer"), Compact)));
    }

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Resource(string name)
    {
        using var stream = typeof(ClaimList).Assembly.GetManifestResourceStream("AsyncAtScale.Teaching." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Without the marks for bold and code, which a table of ours does not need.</summary>
    private static string Plain(string cell) => cell.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^\| C(24|3)-\d\d \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\bp:([\w-]+)")]
    private static partial Regex ProbeName();
}

/// <summary>A small experiment in Python.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Answer">What came out, as JSON.</param>
internal sealed record Probe(string Name, string Question, string Answer);
