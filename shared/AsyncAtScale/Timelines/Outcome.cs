namespace AsyncAtScale.Timelines;

/// <summary>How a whole run ended.</summary>
public enum Outcome : byte
{
    /// <summary>The main task returned.</summary>
    Completed,

    /// <summary>The main task ended with an exception.</summary>
    Failed,

    /// <summary>Nothing was ready and no timer was set, yet the main task had not ended.</summary>
    Deadlock,
}
