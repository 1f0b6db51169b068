namespace Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Key">The mutant's.</param>
/// <param name="Fate">Whether the tests noticed it.</param>
/// <param name="By">The test that failed first; empty if none said so.</param>
internal sealed record Verdict(string Key, Fate Fate, string By);

/// <summary>Whether the tests noticed a change.</summary>
internal enum Fate
{
    /// <summary>All tests passed: nobody noticed.</summary>
    Survived,

    /// <summary>A test failed, or the process that ran them did.</summary>
    Killed,

    /// <summary>The tests did not come to an end.</summary>
    TimedOut,
}
