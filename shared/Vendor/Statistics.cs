namespace Vendor;

/// <summary>What a region has seen since its last reset.</summary>
internal sealed record Statistics
{
    /// <summary>How many requests came, by the status of their answer. 499: the client left before there was one.</summary>
    public required IReadOnlyDictionary<int, int> Statuses { get; init; }

    /// <summary>How many products were served.</summary>
    public required int Products { get; init; }

    /// <summary>How many requests have come and are not over.</summary>
    public required int Unanswered { get; init; }

    /// <summary>The most requests that were worked on at a time.</summary>
    public required int PeakInFlight { get; init; }

    /// <summary>The most requests worked on at a time in each stretch of <see cref="SecondsPerPoint"/> since the reset.</summary>
    public required IReadOnlyList<int> InFlight { get; init; }

    /// <summary>The length of a point of <see cref="InFlight"/>.</summary>
    public required double SecondsPerPoint { get; init; }

    /// <summary>How many connections brought requests.</summary>
    public required int Connections { get; init; }

    /// <summary>The most such connections that were open at a time.</summary>
    public required int PeakConnections { get; init; }

    /// <summary>Seconds from the first request to the last answer.</summary>
    public required double Seconds { get; init; }
}
