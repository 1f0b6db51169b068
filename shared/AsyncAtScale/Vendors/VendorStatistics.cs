namespace AsyncAtScale.Vendors;

/// <summary>What a region of the vendor has seen, by its own count.</summary>
public sealed record VendorStatistics
{
    /// <summary>How many requests got which status. 499: the client left before there was an answer.</summary>
    public IReadOnlyDictionary<int, int> Statuses { get; init; } = new Dictionary<int, int>();

    /// <summary>How many requests came.</summary>
    public int Requests => Statuses.Values.Sum();

    /// <summary>How many products were served.</summary>
    public int Products { get; init; }

    /// <summary>How many requests have come and are not over.</summary>
    public int Unanswered { get; init; }

    /// <summary>The most requests that were worked on at a time.</summary>
    public int PeakInFlight { get; init; }

    /// <summary>The most requests worked on at a time in each stretch of <see cref="SecondsPerPoint"/>.</summary>
    public IReadOnlyList<int> InFlight { get; init; } = [];

    /// <summary>The length of a point of <see cref="InFlight"/>.</summary>
    public double SecondsPerPoint { get; init; }

    /// <summary>How many connections brought requests.</summary>
    public int Connections { get; init; }

    /// <summary>The most such connections that were open at a time.</summary>
    public int PeakConnections { get; init; }

    /// <summary>Seconds from the first request to the last answer.</summary>
    public double Seconds { get; init; }

    /// <summary>How many requests got this status.</summary>
    public int With(int status) => Statuses.TryGetValue(status, out var count) ? count : 0;
}
