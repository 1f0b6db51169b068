namespace AsyncAtScale.Demos;

/// <summary>Which clock a demo runs on.</summary>
public enum Pace
{
    /// <summary>The virtual clock, on one thread: exact, repeatable, and over in a moment.</summary>
    Virtual,

    /// <summary>The system's clock, on the thread pool: as in production.</summary>
    Real,
}
