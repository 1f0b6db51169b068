namespace AsyncAtScale.Timelines;

/// <summary>Append-only chunks: growing never copies what is there, and costs one allocation per 1,024 events.</summary>
internal sealed class EventLog
{
    private const int ChunkLength = 1024;

    private readonly List<RecordedEvent[]> _chunks = [];
    private int _used = ChunkLength;

    public int Count => ((_chunks.Count - 1) * ChunkLength) + _used;

    public void Append(in RecordedEvent entry)
    {
        if (_used == ChunkLength)
        {
            _chunks.Add(new RecordedEvent[ChunkLength]);
            _used = 0;
        }

        _chunks[^1][_used++] = entry;
    }

    public IEnumerable<RecordedEvent> InOrder()
    {
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            var length = chunk == _chunks.Count - 1 ? _used : ChunkLength;
            for (var index = 0; index < length; index++)
            {
                yield return _chunks[chunk][index];
            }
        }
    }
}
