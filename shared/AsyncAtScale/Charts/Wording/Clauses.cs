namespace AsyncAtScale.Charts.Wording;

/// <summary>
/// Collects who does what at one moment and tells it in one sentence: lanes that do the same are named together,
/// and what the same lanes do is said of them once.
/// </summary>
internal sealed class Clauses
{
    private readonly List<(string Verb, List<string> Lanes)> _said = [];

    /// <summary>Adds a verb phrase in its plural form: "finish step 2", "are cancelled".</summary>
    public void Say(string lane, string verb)
    {
        var index = _said.FindIndex(entry => entry.Verb == verb);
        if (index < 0)
        {
            _said.Add((verb, [lane]));
        }
        else if (!_said[index].Lanes.Contains(lane))
        {
            _said[index].Lanes.Add(lane);
        }
    }

    public IEnumerable<string> Tell()
    {
        for (var i = 0; i < _said.Count;)
        {
            var lanes = _said[i].Lanes;
            var verbs = _said.Skip(i).TakeWhile(entry => entry.Lanes.SequenceEqual(lanes)).Select(entry => entry.Verb).ToList();
            yield return $"{LaneNames.List(lanes)} {Words.Join([.. verbs.Select(verb => lanes.Count > 1 ? verb : Singular(verb))])}";
            i += verbs.Count;
        }
    }

    /// <summary>"finish step 2" of one lane: "finishes step 2".</summary>
    public static string Singular(string verb)
    {
        var space = verb.AsSpan().IndexOfAny(' ', ':');
        var (head, rest) = space < 0 ? (verb, "") : (verb[..space], verb[space..]);
        var singular = head switch
        {
            "are" => "is",
            "go" => "goes",
            _ when head.EndsWith("ss", StringComparison.Ordinal) || head.EndsWith("sh", StringComparison.Ordinal) => head + "es",
            _ when head.EndsWith('y') && head.Length > 1 && !"aeiou".Contains(head[^2]) => head[..^1] + "ies",
            _ => head + "s",
        };
        return singular + rest.Replace(" their ", " its ");
    }
}
