namespace Vendor;

/// <summary>One connection of a client, known to the regions that it has brought requests to.</summary>
internal sealed class Connection
{
    private readonly Lock _gate = new();
    private readonly HashSet<RegionLog> _logs = [];
    private bool _isClosed;

    /// <summary>Counts it in a region's log, once.</summary>
    public void CountIn(RegionLog log)
    {
        lock (_gate)
        {
            if (!_isClosed && _logs.Add(log))
            {
                log.ConnectionOpened();
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var log in _logs)
            {
                log.ConnectionClosed();
            }
        }
    }
}
