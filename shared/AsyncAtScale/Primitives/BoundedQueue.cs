using System.Runtime.CompilerServices;
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
/// "queue-depth". Of an item that <see cref="IsSentinel"/> recognises it writes "sentinel-put", "sentinel-got" and, if who puts
/// it has got it before, "sentinel-passed-on".</para>
/// </remarks>
/// <example>
/// <code>
/// var queue = new BoundedQueue&lt;int&gt;(capacity: 2);
/// var run = await Demo.Run("A slow consumer", () => Task.WhenAll(
///     Demo.Lane("producer", async () =>
///     {
///         for (var item = 1; item &lt;= 5; item++)
///         {
///             await queue.PutAsync(item); // waits for room: backpressure
///         }
///
///         queue.Complete();
///     }),
///     Demo.Lane("consumer", async () =>
///     {
///         for (var item = 1; item &lt;= 5; item++)
///         {
///             await Demo.Step(0.1, $"item {await queue.GetAsync()}");
///         }
///     })));
/// run.Elapsed.TotalSeconds // 0.5
/// </code>
/// </example>
/// <typeparam name="T">The items.</typeparam>
public sealed class BoundedQueue<T>
{
    private readonly Channel<T> _channel;
    private readonly string _counterName;
    private readonly Lock _gate = new();
    private readonly WakerQueue _takers = new();
    private readonly WakerQueue _putters = new();
    private CounterTrack? _counter;
    private AsyncEvent? _allDone;
    private Lane? _lastDone;
    private HashSet<Lane>? _sentinelTakers;
    private bool _isRecorded;
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
        if (CurrentLane is { } lane)
        {
            RecordDepth(lane);
        }
    }

    /// <summary>How many items it holds at most.</summary>
    public int Capacity { get; }

    /// <summary>
    /// Tells the item that means "no more will come" from the others; null if there is none. Only the record heeds it: the
    /// queue keeps and hands out a sentinel as it does any other item.
    /// </summary>
    public Func<T, bool>? IsSentinel { get; init; }

    /// <summary>How many items it holds now.</summary>
    public int Count => _channel.Reader.Count;

    /// <summary>How many items have been put, or wait to be, and have not been marked done.</summary>
    public int Unfinished => Volatile.Read(ref _unfinished);

    /// <summary>Once a lane has used the queue, every wait counts: the recorder must know who stood before whom.</summary>
    private Lane? CurrentLane
    {
        get
        {
            var lane = Lane.Current;
            _isRecorded |= lane is not null;
            return lane;
        }
    }

    /// <summary>Puts an item; waits for room if the queue is full.</summary>
    /// <exception cref="ChannelClosedException">The queue was completed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while it waited; the item was not put.</exception>
    public ValueTask PutAsync(T item, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var lane = CurrentLane;

        // Counted before anybody can take it and mark it done.
        Interlocked.Increment(ref _unfinished);
        var writing = _channel.Writer.WriteAsync(item, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
        {
            return PutWhenThereIsRoom(lane, item, writing);
        }

        writing.GetAwaiter().GetResult();
        _putters.Woke(lane);
        RecordPut(lane, item);
        return default;
    }

    /// <summary>Takes the oldest item; waits for one if the queue is empty.</summary>
    /// <exception cref="ChannelClosedException">The queue was completed, and all its items have been taken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while it waited; no item was taken.</exception>
    public ValueTask<T> GetAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        var lane = CurrentLane;
        var reading = _channel.Reader.ReadAsync(cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return _isRecorded ? GetWhenThereIsOne(lane, reading) : reading;
        }

        var item = reading.GetAwaiter().GetResult();
        _takers.Woke(lane);
        RecordGet(lane, item);
        return new ValueTask<T>(item);
    }

    /// <summary>Says that an item that was taken has been dealt with. Once per item.</summary>
    /// <exception cref="InvalidOperationException">Called more often than items were put; one that waits to be put counts.</exception>
    public void TaskDone()
    {
        if (!IsOneFewer())
        {
            throw new InvalidOperationException("TaskDone was called more often than items were put.");
        }
    }

    /// <summary>One item fewer to wait for, if there is any.</summary>
    private bool IsOneFewer()
    {
        lock (_gate)
        {
            if (Unfinished == 0)
            {
                return false;
            }

            if (Interlocked.Decrement(ref _unfinished) == 0)
            {
                _lastDone = Lane.Current;
                _allDone?.Set();
                _allDone = null;
            }

            return true;
        }
    }

    /// <summary>Waits until every item that was put has been marked done: processed, not merely taken.</summary>
    public async ValueTask JoinAsync(CancellationToken cancellationToken = default) =>
        await RecordedWait.For("join", WaitReason.Tasks, AllDone(cancellationToken).AsTask(), () => _lastDone);

    /// <summary>No more items: those who put get an exception, those who take get what is left and then one.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    // What stands for the wait is used again, as the channel's own is: without a recorder no wait costs memory.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask PutWhenThereIsRoom(Lane? lane, T item, ValueTask writing)
    {
        try
        {
            await (_isRecorded
                ? new ValueTask(_takers.WaitFor(IsStop(item) ? "put stop" : $"put {item}", WaitReason.Room, writing.AsTask()))
                : writing);
        }
        catch
        {
            _ = IsOneFewer(); // whatever others have called too often: this put ends as it ended
            throw;
        }

        RecordPut(lane, item);
    }

    private async ValueTask<T> GetWhenThereIsOne(Lane? lane, ValueTask<T> reading)
    {
        var read = reading.AsTask();
        await _putters.WaitFor("get", WaitReason.Item, read);
        var item = await read;
        RecordGet(lane, item);
        return item;
    }

    private ValueTask AllDone(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Unfinished > 0)
            {
                _allDone ??= new AsyncEvent { IsRecorded = false };
                return _allDone.WaitAsync(cancellationToken);
            }
        }

        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken) : default;
    }

    private bool IsStop(T item) => IsSentinel is not null && IsSentinel(item);

    private void RecordPut(Lane? lane, T item) =>
        Record(lane, !IsStop(item) ? "put" : HasGotSentinel(lane) ? "sentinel-passed-on" : "sentinel-put", item);

    private void RecordGet(Lane? lane, T item)
    {
        var isStop = IsStop(item);
        if (isStop && lane is not null)
        {
            lock (_gate)
            {
                (_sentinelTakers ??= []).Add(lane);
            }
        }

        Record(lane, isStop ? "sentinel-got" : "get", item);
    }

    private bool HasGotSentinel(Lane? lane)
    {
        lock (_gate)
        {
            return lane is not null && _sentinelTakers?.Contains(lane) == true;
        }
    }

    private void Record(Lane? lane, string what, T item)
    {
        if (lane is not null)
        {
            RecordDepth(lane);
            lane.Instant(what, new { item = item?.ToString() });
        }
    }

    /// <summary>One lane at a time: two would make two counters, or record the later depth first.</summary>
    private void RecordDepth(Lane lane)
    {
        lock (_gate)
        {
            if (_counter?.Recorder != lane.Recorder)
            {
                _counter = lane.Recorder.NewCounter(_counterName, Capacity);
            }

            _counter.Set(Count);
        }
    }
}
