using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>Times the parts of an operation; each is a lane of the chart, too. Thread-safe.</summary>
public sealed class PartTimer
{
    private readonly Lock _gate = new();
    private readonly List<(string Name, TimeSpan Took)> _parts = [];
    private readonly TimeProvider _clock;

    internal PartTimer(TimeProvider clock) => _clock = clock;

    internal IReadOnlyList<MeasuredPart> Parts
    {
        get
        {
            lock (_gate)
            {
                return [.. _parts.Select(part => new MeasuredPart(part.Name, Measure.Seconds(part.Took)))];
            }
        }
    }

    /// <summary>Starts a part and times it, also if it fails.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="part">The part; it starts at once, as every .NET task does.</param>
    public async Task<T> Part<T>(string name, Func<Task<T>> part)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(part);
        var index = Begin(name);
        var start = _clock.GetTimestamp();
        try
        {
            return await LaneScope.Run(name, part);
        }
        finally
        {
            End(index, name, _clock.GetElapsedTime(start));
        }
    }

    /// <inheritdoc cref="Part{T}"/>
    public Task Part(string name, Func<Task> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Part(name, async () =>
        {
            await part();
            return true;
        });
    }

    private int Begin(string name)
    {
        lock (_gate)
        {
            _parts.Add((name, TimeSpan.Zero));
            return _parts.Count - 1;
        }
    }

    private void End(int index, string name, TimeSpan took)
    {
        lock (_gate)
        {
            _parts[index] = (name, took);
        }
    }
}
