using System.Globalization;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Vendors;

/// <summary>What a region saw of a run.</summary>
/// <param name="Limits">Its limits.</param>
/// <param name="Statistics">What it counted since it was reset.</param>
/// <param name="Lead">How long before the run it was reset.</param>
internal sealed record RegionSeen(VendorLimits Limits, VendorStatistics Statistics, TimeSpan Lead)
{
    public IEnumerable<(string What, string Value)> Facts =>
    [
        ("answers", string.Join(", ", Statistics.Statuses.OrderBy(status => status.Key).Select(status => $"{Number(status.Value)} × {Name(status.Key)}"))),
        ("in flight at the vendor", $"{Statistics.PeakInFlight} at most" + (Limits.InFlight == int.MaxValue ? "" : $", of {Limits.InFlight}")),
        ("connections", $"{Number(Statistics.Connections)} opened, {Statistics.PeakConnections} at a time"),
    ];

    /// <summary>The timeline with the vendor's own count of what it worked on, moved to the client's time.</summary>
    public Timeline AddTo(Timeline timeline, bool isOnly)
    {
        var points = Statistics.InFlight
            .Select((value, point) => new CounterPoint(TimeSpan.FromSeconds(point * Statistics.SecondsPerPoint) - Lead, value))
            .Where(point => point.At >= TimeSpan.Zero && point.At <= timeline.Total)
            .ToList();
        var changes = points.Where((point, index) => point.Value != (index == 0 ? 0 : points[index - 1].Value));
        var limit = Limits.InFlight == int.MaxValue ? null : (int?)Limits.InFlight;
        var counter = new Counter(isOnly ? "server-in-flight" : $"server-in-flight {Limits.Region}", limit, [.. changes]);
        return timeline.With(timeline.Spans, timeline.Instants, [.. timeline.Counters, counter]);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Name(int status) => status switch
    {
        200 => "200 served",
        400 => "400 bad request",
        401 => "401 no session",
        429 => "429 refused",
        499 => "499 client left",
        503 => "503 failed",
        _ => status.ToString(CultureInfo.InvariantCulture),
    };
}
