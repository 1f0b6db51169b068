namespace Vendor;

/// <summary>What becomes of a request that was admitted.</summary>
internal enum Fate
{
    Served,
    Slow,
    Failed,
    Hung,
}

/// <summary>
/// Chance that repeats: what becomes of a request depends on the seed, on what is asked for and on how often it has been
/// asked for, and not on who comes first. So a run with the same limits has the same faults, on any machine.
/// </summary>
internal static class Fates
{
    public static Fate Of(Limits limits, string asked, int visit)
    {
        var chance = Chance(limits.Seed, asked, visit);
        return chance < limits.Faults ? Fate.Failed
            : chance < limits.Faults + limits.Hangs ? Fate.Hung
            : chance < limits.Faults + limits.Hangs + limits.Slow ? Fate.Slow
            : Fate.Served;
    }

    /// <summary>A number from 0 to 1: FNV-1a over all that counts, its bits mixed once more (splitmix64).</summary>
    private static double Chance(int seed, string asked, int visit)
    {
        var hash = 14695981039346656037;
        foreach (var value in asked.Select(letter => (int)letter).Append(visit).Append(seed))
        {
            hash = (hash ^ (uint)value) * 1099511628211;
        }

        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
