namespace AsyncAtScale.Loop;

/// <summary>The clock of the run that the asking code belongs to; outside a virtual run the system's.</summary>
internal static class AmbientClock
{
    public static TimeProvider Current => VirtualLoop.Current?.Clock ?? WallClock.Clock;
}
