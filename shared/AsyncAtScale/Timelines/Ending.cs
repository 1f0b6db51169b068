namespace AsyncAtScale.Timelines;

/// <summary>How a <see cref="Span"/> ended.</summary>
public enum Ending : byte
{
    /// <summary>The activity came to its own end.</summary>
    Normal,

    /// <summary>Cancelled from outside; what had been done is lost.</summary>
    Cancelled,

    /// <summary>Cut off by a deadline; what had been done is lost.</summary>
    TimedOut,

    /// <summary>Ended by an exception.</summary>
    Failed,

    /// <summary>Never ends: the run came to a standstill with the lane in this span.</summary>
    Stuck,

    /// <summary>Still going on when the run was over: nobody waited for it.</summary>
    Abandoned,
}
