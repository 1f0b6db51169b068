namespace AsyncAtScale.Loop;

/// <summary>A virtual run went on and on: a loop without an end, most likely.</summary>
public sealed class EndlessRunException : Exception
{
    internal EndlessRunException(TimeSpan at, long steps)
        : base(FormattableString.Invariant(
            $"The run did not end within {steps:N0} steps; virtual time is {at.TotalSeconds:N0} s. Is there a loop without an end?"))
    {
    }
}
