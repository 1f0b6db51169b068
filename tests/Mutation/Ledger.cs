using System.Text.Json;

namespace Mutation;

/// <summary>Every verdict, kept beside the program as soon as it is known: so a run can be broken off and taken up again.</summary>
internal sealed class Ledger
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "verdicts.jsonl");

    private readonly Dictionary<string, Verdict> _verdicts = [];

    /// <param name="isNew">Forgets what earlier runs found out.</param>
    public Ledger(bool isNew)
    {
        if (isNew)
        {
            System.IO.File.Delete(File);
        }
        else if (System.IO.File.Exists(File))
        {
            foreach (var line in System.IO.File.ReadLines(File))
            {
                var verdict = JsonSerializer.Deserialize<Verdict>(line)!;
                _verdicts[verdict.Key] = verdict;
            }
        }
    }

    public bool HasNoticed(Mutant mutant) => _verdicts.TryGetValue(mutant.Key, out var verdict) && verdict.Fate != Fate.Survived;

    public void Add(Verdict verdict)
    {
        _verdicts[verdict.Key] = verdict;
        System.IO.File.AppendAllLines(File, [JsonSerializer.Serialize(verdict)]);
    }

    /// <summary>Those of the mutants that have been tried, each with its last verdict.</summary>
    public IReadOnlyList<(Mutant Mutant, Fate Fate)> Of(IEnumerable<Mutant> mutants) =>
        [.. mutants.Where(mutant => _verdicts.ContainsKey(mutant.Key)).Select(mutant => (mutant, _verdicts[mutant.Key].Fate))];
}
