namespace AsyncAtScale.Timelines;

/// <summary>A span that has begun; whoever began it ends it once.</summary>
public readonly struct OpenSpan : IEquatable<OpenSpan>
{
    internal OpenSpan(Lane lane) => Lane = lane;

    /// <summary>The lane, or the track beside it, in which the span is recorded.</summary>
    public Lane Lane { get; }

    /// <summary>Ends the span now.</summary>
    /// <param name="ending">How it ended.</param>
    /// <param name="cause">The lane that ended it; null if no lane did.</param>
    /// <param name="kind">How the cause acted.</param>
    public void End(Ending ending = Ending.Normal, Lane? cause = null, WakeKind kind = WakeKind.Timer) =>
        Lane.Recorder.End(Lane, ending, cause, kind);

    /// <inheritdoc/>
    public bool Equals(OpenSpan other) => ReferenceEquals(Lane, other.Lane);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OpenSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Lane?.GetHashCode() ?? 0;

    /// <summary>Whether both are the same span.</summary>
    public static bool operator ==(OpenSpan left, OpenSpan right) => left.Equals(right);

    /// <summary>Whether they are different spans.</summary>
    public static bool operator !=(OpenSpan left, OpenSpan right) => !left.Equals(right);
}
