using System.Threading.Channels;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Primitives;

/// <summary>
/// A queue with room for so many items and no more: whoever puts into a full one waits. That wait is backpressure,
/// the way in which slow consumers slow a fast producer down.
/// </summary>
/// <remarks>
/// <para>A recorded face over a bounded <see cref="Channel{T}"/>, plus asyncio's <c>task_done</c> and <c>join</c>. First in,
/// first out, for items and for those who wait. Thread-safe.</para>
/// <para>On a recorded run it writes "put" and "get" with the item, the waits for room and for items, and the counter
/// "queue-depth".</para>
/// </remarks>
/// <typeparam name="T">The items.</typeparam>
public sealed class BoundedQueue<T>
{
    private readonly Channel<T> _channel;
    private readonly string _counterName;
    private readonly AsyncEvent _allDone = new() { IsRecorded = false };
    private readonly Lock _gate = new();
    private readonly WakerQueue _takers = new();
    private readonly WakerQueue _putters = new();
    private CounterTrack? _counter;
    private Lane? _lastDone;
    private int _unfinished;

    /// <summary>An empty queue.</summary>
    /// <param name="capacity">How many items it holds at most; at least 1.</param>
    /// <param name="name">Tells its counter from another queue's in a chart; null if there is only one.</param>
    public BoundedQueue(int capacity, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        _channel = Channel.CreateBounded<T>(capacity);
        _counterName = name is null ? "queue-depth" : $"queue-depth {name}";
        _allDone.Set();
        RecordDepth(Lane.Current);
    }

    /// <summary>How many items it holds at most.</summary>
    public int Capacity { get; }

    /// <summary>How many items it holds now.</summary>
    public int Count => _channel.Reader.Count;

    /// <summary>How many items have been put, or wait to be, and have not been marked done.</summary>
    public int Unfinished => Volatile.Read(ref _unfinished);

    /// <summary>Puts an item; waits for room if the queue is full.</summary>
    /// <exception cref="ChannelClosedException">The queue was completed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while it waited; the item was not put.</exception>
    public async ValueTask PutAsync(T item, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AddUnfinished();
        try
        {
            if (_channel.Writer.TryWrite(item))
            {
                _putters.Woke(Lane.Current);
            }
            else
            {
                await WriteWhenThereIsRoom(item, cancellationToken);
            }
        }
        catch
        {
            TaskDone();
            throw;
        }

        Record("put", item);
    }

    /// <summary>Takes the oldest item; waits for one if the queue is empty.</summary>
    /// <exception cref="ChannelClosedException">The queue was completed, and all its items have been taken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while it waited; no item was taken.</exception>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_channel.Reader.TryRead(out var item))
        {
            _takers.Woke(Lane.Current);
        }
        else
        {
            item = await ReadWhenThereIsOne(cancellationToken);
        }

        Record("get", item);
        return item;
    }

    /// <summary>Says that an item that was taken has been dealt with. Once per item.</summary>
    /// <exception cref="InvalidOperationException">Called more often than items were put.</exception>
    public void TaskDone()
    {
        lock (_gate)
        {
            if (_unfinished == 0)
            {
                throw new InvalidOperationException("TaskDone was called more often than items were put.");
            }

            if (--_unfinished == 0)
            {
                _lastDone = Lane.Current;
                _allDone.Set(); // under the lock, lest an item put meanwhile counts as done
            }
        }
    }

    /// <summary>Waits until every item that was put has been marked done: processed, not merely taken.</summary>
    public async ValueTask JoinAsync(CancellationToken cancellationToken = default) =>
        await RecordedWait.For("join", WaitReason.Tasks, _allDone.WaitAsync(cancellationToken).AsTask(), () => _lastDone);

    /// <summary>No more items: those who put get an exception, those who take get what is left and then one.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    private Task WriteWhenThereIsRoom(T item, CancellationToken cancellationToken) =>
        _takers.WaitFor($"put {item}", WaitReason.Room, _channel.Writer.WriteAsync(item, cancellationToken).AsTask());

    private async Task<T> ReadWhenThereIsOne(CancellationToken cancellationToken)
    {
        var read = _channel.Reader.ReadAsync(cancellationToken).AsTask();
        await _putters.WaitFor("get", WaitReason.Item, read);
        return await read;
    }

    private void AddUnfinished()
    {
        lock (_gate)
        {
            if (_unfinished++ == 0)
            {
                _allDone.Clear();
            }
        }
    }

    private void Record(string what, T item)
    {
        if (Lane.Current is { } lane)
        {
            RecordDepth(lane);
            lane.Instant(what, new { item = item?.ToString() });
        }
    }

    private void RecordDepth(Lane? lane)
    {
        if (lane is null)
        {
            return;
        }

        if (_counter?.Recorder != lane.Recorder)
        {
            _counter = lane.Recorder.NewCounter(_counterName, Capacity);
        }

        _counter.Set(Count);
    }
}
