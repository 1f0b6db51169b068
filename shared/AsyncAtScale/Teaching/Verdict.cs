namespace AsyncAtScale.Teaching;

/// <summary>What an experiment says of a claim.</summary>
public enum Verdict
{
    /// <summary>Not put to the test yet.</summary>
    Untried,

    /// <summary>It is as the claim says.</summary>
    True,

    /// <summary>It holds in part, or under a condition that the claim does not name.</summary>
    Imprecise,

    /// <summary>It is not as the claim says.</summary>
    False,

    /// <summary>No statement of fact, but advice; the experiment shows what it is worth.</summary>
    Advice,

    /// <summary>There is nothing here that the claim could be about.</summary>
    NoCounterpart,
}
