namespace Mutation;

/// <summary>A random part of the mutants, the same for the same seed.</summary>
internal static class Sample
{
    /// <summary>Every file's share, rounded up, in random order: so a run that is broken off is a sample too.</summary>
    public static IReadOnlyList<Mutant> Of(IReadOnlyCollection<Mutant> all, int size, int seed)
    {
#pragma warning disable CA5394 // repeatable, not secret
        var random = new Random(seed);
        var share = Math.Min(1, (double)size / all.Count);
        Mutant[] sample =
        [
            .. all.GroupBy(mutant => mutant.Path).SelectMany(file =>
            {
                var shuffled = file.ToArray();
                random.Shuffle(shuffled);
                return shuffled.Take((int)Math.Ceiling(shuffled.Length * share));
            }),
        ];
        random.Shuffle(sample);
        return sample;
#pragma warning restore CA5394
    }
}
