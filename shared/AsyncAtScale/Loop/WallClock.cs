namespace AsyncAtScale.Loop;

#pragma warning disable RS0030 // The one place that may name the real clock and block a thread.

/// <summary>Real time: the clock of the real pace, and the loop's watch over itself.</summary>
internal static class WallClock
{
    public static TimeProvider Clock => TimeProvider.System;

    public static long Timestamp => TimeProvider.System.GetTimestamp();

    public static TimeSpan Since(long timestamp) => TimeProvider.System.GetElapsedTime(timestamp);

    public static void Sleep(TimeSpan duration) => Thread.Sleep(duration);
}

#pragma warning restore RS0030
