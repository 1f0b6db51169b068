namespace Mutation;

/// <summary>The table for each file, and those that nobody noticed.</summary>
internal static class Report
{
    /// <summary>The share of mutants that the tests must notice.</summary>
    public const double Target = 0.85;

    public static double ShareKilled(IReadOnlyCollection<(Mutant Mutant, Fate Fate)> verdicts) =>
        verdicts.Count == 0 ? 1 : (double)verdicts.Count(verdict => verdict.Fate != Fate.Survived) / verdicts.Count;

    public static void Print(IReadOnlyCollection<(Mutant Mutant, Fate Fate)> verdicts)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-40}{"mutants",9}{"killed",9}{"timed out",11}{"survived",10}{"noticed",9}");
        foreach (var file in verdicts.GroupBy(verdict => verdict.Mutant.Path).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            PrintRow(file.Key, [.. file]);
        }

        PrintRow("all", verdicts);
        Console.WriteLine();
        var survivors = verdicts.Where(verdict => verdict.Fate == Fate.Survived).Select(verdict => verdict.Mutant);
        foreach (var mutant in survivors.OrderBy(mutant => mutant.Path, StringComparer.Ordinal).ThenBy(mutant => mutant.Line))
        {
            Console.WriteLine($"survived  {mutant}");
        }
    }

    private static void PrintRow(string name, IReadOnlyCollection<(Mutant Mutant, Fate Fate)> verdicts)
    {
        int With(Fate fate) => verdicts.Count(verdict => verdict.Fate == fate);
        Console.WriteLine(
            $"{name,-40}{verdicts.Count,9}{With(Fate.Killed),9}{With(Fate.TimedOut),11}{With(Fate.Survived),10}{ShareKilled(verdicts),9:0%}");
    }
}
