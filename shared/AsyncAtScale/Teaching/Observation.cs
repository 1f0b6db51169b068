namespace AsyncAtScale.Teaching;

/// <summary>One thing that an experiment has shown.</summary>
/// <param name="Seen">What was seen, in a few words without a full stop, with the figures of the run.</param>
/// <param name="Supports">Whether it speaks for the claim or against it; null if it is only worth knowing.</param>
public sealed record Observation(string Seen, bool? Supports)
{
    /// <summary>So that a cell can write <c>("peak 3", peak == 3)</c>.</summary>
    public static implicit operator Observation((string Seen, bool Supports) pair) => new(pair.Seen, pair.Supports);

    /// <summary>So that a cell can write a remark, which decides nothing, as a mere text.</summary>
    public static implicit operator Observation(string remark) => new(remark, null);
}
