using System.Diagnostics;
using Worker.Engines;

namespace Worker.Fleets;

/// <summary>
/// Worker processes that work together, and what each of them did: the chart is drawn from the logs of all, moved to one clock.
/// Whoever still works when the fleet is disposed, or when this process ends, is ended.
/// </summary>
/// <param name="title">What the run is called.</param>
/// <param name="brokers">The brokers that the workers use.</param>
/// <param name="wire">The way to RabbitMQ, if it is not the direct one.</param>
public sealed class Fleet(string title, Brokers brokers, Wire? wire = null) : IAsyncDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly List<WorkerProcess> _workers = [];
    private readonly List<FleetNote> _notes = [];

    /// <summary>All workers that were ever started.</summary>
    public IReadOnlyList<WorkerProcess> Workers
    {
        get
        {
            lock (_lock)
            {
                return [.. _workers];
            }
        }
    }

    /// <summary>What the run is called.</summary>
    internal string Title => title;

    /// <summary>Our time, counted from the start of the run.</summary>
    internal TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    internal IReadOnlyList<FleetNote> Notes
    {
        get
        {
            lock (_lock)
            {
                return [.. _notes];
            }
        }
    }

    /// <summary>Starts a worker, and returns when it is at work and its clock is known.</summary>
    /// <param name="name">The name of its lane.</param>
    /// <param name="task">What it does, as on its command line: "consume orders --prefetch 4".</param>
    /// <exception cref="InvalidOperationException">It ended before it was ready; with its last words.</exception>
    public async Task<WorkerProcess> StartAsync(string name, string task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var start = new ProcessStartInfo("dotnet", [brokers.Program, .. task.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--name", name])
        {
            RedirectStandardInput = true, // the pipe that the worker watches: it closes when this process ends
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[BrokerAddresses.RabbitVariable] = (wire?.Address ?? brokers.Addresses.Rabbit).ToString();
        start.Environment[BrokerAddresses.PostgresVariable] = brokers.Addresses.Postgres;
        var worker = new WorkerProcess(this, name, Process.Start(start)!);
        lock (_lock)
        {
            _workers.Add(worker);
        }

        await worker.SaysAsync("ready");
        await worker.AlignAsync();
        return worker;
    }

    /// <summary>Starts several, named <c>worker-1</c> and so on.</summary>
    /// <param name="count">How many.</param>
    /// <param name="task">What each does.</param>
    public Task<WorkerProcess[]> StartManyAsync(int count, string task) =>
        Task.WhenAll(Enumerable.Range(1, count).Select(number => StartAsync($"worker-{number}", task)));

    /// <summary>Notes something that happened on our side, in a lane of its own.</summary>
    public void Mark(string lane, string what) => Add(new FleetNote(lane, what, Now, null, IsMark: true));

    /// <summary>Notes how long somebody on our side waited.</summary>
    /// <param name="lane">Who.</param>
    /// <param name="reason">What for: "room", "answer", …</param>
    /// <param name="waiting">The wait itself.</param>
    public async Task<T> Wait<T>(string lane, string reason, Task<T> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var start = Now;
        var result = await waiting;
        Add(new FleetNote(lane, reason, start, Now, IsMark: false));
        return result;
    }

    /// <inheritdoc cref="Wait{T}"/>
    public Task Wait(string lane, string reason, Task waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return Wait(lane, reason, Awaited());

        async Task<bool> Awaited()
        {
            await waiting;
            return true;
        }
    }

    /// <summary>What everybody has done so far, on one clock.</summary>
    /// <param name="permits">How many may work at a time, if the chart shall count them; nought if not.</param>
    public FleetChart Chart(int permits = 0) => new(FleetTimeline.Of(this, permits), Workers);

    /// <summary>Tells all workers to stop, and waits for their end.</summary>
    public Task StopAsync() => Task.WhenAll(Workers.Where(worker => worker.IsRunning).Select(worker => worker.StopAsync()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var worker in Workers)
        {
            worker.KillNow();
        }

        await Task.WhenAll(Workers.Select(worker => worker.EndAsync().ContinueWith(_ => { }, TaskScheduler.Default)));
    }

    private void Add(FleetNote note)
    {
        lock (_lock)
        {
            _notes.Add(note);
        }
    }
}

/// <summary>Something that happened on our side.</summary>
internal sealed record FleetNote(string Lane, string What, TimeSpan Start, TimeSpan? End, bool IsMark);
