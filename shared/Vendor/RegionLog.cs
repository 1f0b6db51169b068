namespace Vendor;

/// <summary>Counts what one region sees between two resets. Thread-safe.</summary>
internal sealed class RegionLog
{
    private readonly Lock _gate = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly InFlightCurve _inFlight = new();
    private double? _first;
    private double _last;
    private int _products;
    private int _unanswered;
    private int _connections;
    private int _open;
    private int _peakOpen;

    /// <summary>Seconds since the reset.</summary>
    public double Now => TimeProvider.System.GetElapsedTime(_start).TotalSeconds;

    public void InFlight(int value)
    {
        lock (_gate)
        {
            _inFlight.Set(Now, value);
        }
    }

    public void Came()
    {
        lock (_gate)
        {
            _first ??= Now;
            _unanswered++;
        }
    }

    public void Answered(int status, int products)
    {
        lock (_gate)
        {
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            _products += products;
            _unanswered--;
            _last = Now;
        }
    }

    public void ConnectionOpened()
    {
        lock (_gate)
        {
            _connections++;
            _peakOpen = Math.Max(_peakOpen, ++_open);
        }
    }

    public void ConnectionClosed()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    public Statistics ToStatistics()
    {
        lock (_gate)
        {
            return new Statistics
            {
                Statuses = new SortedDictionary<int, int>(_statuses),
                Products = _products,
                Unanswered = _unanswered,
                PeakInFlight = _inFlight.Peak,
                InFlight = _inFlight.Points,
                SecondsPerPoint = InFlightCurve.SecondsPerPoint,
                Connections = _connections,
                PeakConnections = _peakOpen,
                Seconds = Math.Round(_last - (_first ?? 0), 6),
            };
        }
    }
}
