namespace AsyncAtScale.Tests.Timelines;

/// <summary>A clock that stands where the test puts it.</summary>
internal sealed class HandClock : TimeProvider
{
    public double Seconds { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)(Seconds * TimeSpan.TicksPerSecond);
}
