namespace AsyncAtScale.Loop;

/// <summary>
/// The clock of a virtual run. What takes a <see cref="TimeProvider"/> lives on it unchanged:
/// <c>Task.Delay</c>, <c>CancellationTokenSource</c>, <c>WaitAsync</c>, <c>PeriodicTimer</c>.
/// </summary>
internal sealed class VirtualClock(TimerQueue timers) : TimeProvider
{
    /// <summary>Every virtual run begins at this moment, so that dates in its output repeat.</summary>
    private static readonly DateTimeOffset Epoch = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp() => timers.Now;

    public override DateTimeOffset GetUtcNow() => Epoch.AddTicks(timers.Now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(timers, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
