namespace AsyncAtScale.Vendors;

/// <summary>
/// What one region of the vendor can take, and how it behaves. Durations are in seconds, shares between 0 and 1. Chance
/// repeats: with the same seed the same requests are slow, fail or hang, whoever comes first.
/// </summary>
public sealed record VendorLimits
{
    /// <summary>The region, as the address names it.</summary>
    public string Region { get; init; } = "us-east";

    /// <summary>How many requests it works on at a time; the rest is answered 429.</summary>
    public int InFlight { get; init; } = int.MaxValue;

    /// <summary>How many requests it accepts within any <see cref="Window"/>; the rest is answered 429.</summary>
    public int Rate { get; init; } = int.MaxValue;

    /// <summary>The stretch of time that <see cref="Rate"/> counts in.</summary>
    public double Window { get; init; } = 1;

    /// <summary>How many products a request may ask for.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>How long an answer takes.</summary>
    public double Latency { get; init; } = 0.02;

    /// <summary>The share of requests with an answer that takes <see cref="SlowLatency"/>: the tail.</summary>
    public double Slow { get; init; }

    /// <summary>How long a slow answer takes.</summary>
    public double SlowLatency { get; init; } = 1;

    /// <summary>The share of requests that fail, with status 503.</summary>
    public double Faults { get; init; }

    /// <summary>The share of requests that are never answered.</summary>
    public double Hangs { get; init; }

    /// <summary>What a refused client is told to wait, in whole seconds, as the header has it.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>How long it takes to open a session; nought if none is needed. Without one a request is answered 401.</summary>
    public double Session { get; init; }

    /// <summary>Decides who is slow, fails or hangs.</summary>
    public int Seed { get; init; }
}
