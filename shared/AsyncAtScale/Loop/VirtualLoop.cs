using AsyncAtScale.Timelines;

namespace AsyncAtScale.Loop;

/// <summary>
/// Runs asynchronous code on one thread and on virtual time: when nothing is ready, the clock jumps to the next
/// timer. The same code gives the same timeline, to the tick, every time, whatever else the machine is doing.
/// </summary>
/// <remarks>
/// <para>Ordinary .NET code runs on it unchanged as long as it takes its time from <see cref="Clock"/>. A step costs
/// about a microsecond, a timer O(log n). While a loop runs, it owns the thread pool's one free thread; a second
/// run in the same process waits for the first to end, and a run inside a run is refused. Code of a run is on one thread at a
/// time, unless it blocks the loop's. A host that keeps threads of the pool busy shares them with the run; in the moment in
/// which one comes back, two continuations that were queued there together may change places. A kernel that waits for its
/// cell, or a program for its run, does nothing of the kind.</para>
/// <para>Plain blocking (<c>Thread.Sleep</c>) is invisible to virtual time: use <see cref="Block"/>. Real I/O must be
/// declared with <see cref="RealIo{T}"/>, so that time stands still meanwhile.</para>
/// </remarks>
/// <example>
/// <code>
/// var hours = VirtualLoop.Run(async loop =>
/// {
///     await Task.Delay(TimeSpan.FromHours(24), loop.Clock); // takes no time at all
///     return loop.Now.TotalHours;
/// });
/// hours // 24
/// </code>
/// </example>
public sealed class VirtualLoop
{
    private static readonly Lock OneAtATime = new();

    /// <summary>Flows with the code of a run; tells the pool's watch which of its threads run code of ours.</summary>
    private static readonly AsyncLocal<VirtualLoop?> Ambient = new(OnFlowChanged);

    private readonly TimerQueue _timers = new();
    private readonly ReadyQueue _ready;
    private readonly VirtualLoopOptions _options;
    private readonly StepWatch _watch;
    private readonly int _callersFromPool = Thread.CurrentThread.IsThreadPoolThread ? 1 : 0;
    private QuietPool? _pool;
    private Lane? _waker;
    private int _thread;
    private bool _isInStep;
    private int _realIo;
    private int _realIoEnded;
    private volatile bool _hasBlocked;
    private long _realTimersAtStart;
    private long _steps;

    private VirtualLoop(VirtualLoopOptions options)
    {
        _options = options;
        _ready = new ReadyQueue(options.Order);
        _watch = new StepWatch(options.SlowStep);
        Clock = new VirtualClock(_timers);
    }

    /// <summary>The loop on which the asking code runs; null outside a virtual run.</summary>
    public static VirtualLoop? Current => Ambient.Value;

    /// <summary>The virtual clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Virtual time since the start of the run.</summary>
    public TimeSpan Now => TimeSpan.FromTicks(_timers.Now);

    /// <summary>
    /// The lane whose step made the running step ready; null if a timer did or it is not known.
    /// Ask on the loop's thread, right after an <c>await</c>, before the next one.
    /// </summary>
    public Lane? Waker => IsOnLoopThread ? _waker : null;

    /// <summary>Steps that really took longer than <see cref="VirtualLoopOptions.SlowStep"/>: blocking calls, most likely.</summary>
    public IReadOnlyList<SlowStep> SlowSteps => _watch.SlowSteps;

    /// <summary>Whose lanes the stuck report names; null if the run is not recorded.</summary>
    internal Recorder? Recorder { get; set; }

    internal ILoopObserver? Observer => _options.Observer;

    internal bool IsOnLoopThread => Environment.CurrentManagedThreadId == _thread;

    internal TimeSpan PatienceWithThreads => _options.PatienceWithThreads;

    /// <summary>Runs <paramref name="main"/> to its end on a thread of its own, while the caller waits, and returns its result.</summary>
    /// <exception cref="StuckException">Nothing is ready, no timer is set, and the main task has not ended.</exception>
    /// <exception cref="EndlessRunException">The run took more than <see cref="VirtualLoopOptions.MostSteps"/> steps.</exception>
    /// <exception cref="InvalidOperationException">The caller already runs on a virtual loop.</exception>
    public static T Run<T>(Func<VirtualLoop, Task<T>> main, VirtualLoopOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        if (Ambient.Value is not null)
        {
            throw new InvalidOperationException(
                "A virtual run is already going on here, and a run inside a run has no time of its own: await the inner code directly.");
        }

        lock (OneAtATime)
        {
            var loop = new VirtualLoop(options ?? VirtualLoopOptions.Default);
            return OwnThread.Run(() => loop.RunToEnd(main));
        }
    }

    /// <summary>As <see cref="Run{T}"/>, without a result.</summary>
    public static void Run(Func<VirtualLoop, Task> main, VirtualLoopOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        Run(
            async loop =>
            {
                await main(loop);
                return true;
            },
            options);
    }

    /// <summary>
    /// Blocks the loop's thread for a virtual duration: nothing else runs. Timers that fall due are late; they come with
    /// the next turn of the loop, so that somebody who blocks in portions and yields in between keeps nobody from running.
    /// </summary>
    public void Block(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        _timers.Advance(duration);
        _hasBlocked = true;
    }

    /// <summary>Declares real I/O: until it ends virtual time stands still instead of jumping to the next timer.</summary>
    public async Task<T> RealIo<T>(Func<Task<T>> io)
    {
        ArgumentNullException.ThrowIfNull(io);
        Interlocked.Increment(ref _realIo);
        try
        {
            return await io();
        }
        finally
        {
            Interlocked.Increment(ref _realIoEnded);
            Interlocked.Decrement(ref _realIo);
        }
    }

    /// <summary>While the loop's thread is blocked: whether no other thread of the run, no real I/O and no real timer is left to free it.</summary>
    internal bool IsAlone =>
        _pool!.IsQuietByNow() && Volatile.Read(ref _realIo) == 0 && Timer.ActiveCount <= _realTimersAtStart;

    /// <summary>Before the loop's thread blocks. What it waits for may be on the pool, so that goes on.</summary>
    internal void AboutToBlock()
    {
        EndStep();
        _pool?.RunWhileBlocked();
    }

    internal StuckException Stuck(string why) =>
        new(new StuckReport(Now, why, Recorder?.AliveLanes() ?? []));

    private static void OnFlowChanged(AsyncLocalValueChangedArgs<VirtualLoop?> change)
    {
        if (!change.ThreadContextChanged)
        {
            return;
        }

        var thread = Environment.CurrentManagedThreadId;
        if (change.PreviousValue is { } left && left._thread != thread)
        {
            left._pool?.Leave();
        }

        if (change.CurrentValue is { } entered && entered._thread != thread)
        {
            entered._pool?.Enter();
        }
    }

    private T RunToEnd<T>(Func<VirtualLoop, Task<T>> main)
    {
        _thread = Environment.CurrentManagedThreadId;
        _realTimersAtStart = Timer.ActiveCount;
        using var pool = new QuietPool(_callersFromPool);
        _pool = pool;
        SynchronizationContext.SetSynchronizationContext(new LoopContext(this, _ready));
        Ambient.Value = this;
        Expect(pool.Begin(_options.PatienceWithThreads));
        Observer?.Begins(Now, LoopTurn.Main, null);
        BeginStep();
        var root = main(this);
        EndStep();
        Observer?.Ends(Now);
        return Steps(root).GetAwaiter().GetResult();
    }

    private Task<T> Steps<T>(Task<T> root)
    {
        while (true)
        {
            var ioEnded = Volatile.Read(ref _realIoEnded);
            var before = Now;
            Expect(_pool!.WaitUntilQuiet(_options.PatienceWithThreads));
            if (++_steps > _options.MostSteps)
            {
                throw new EndlessRunException(Now, _options.MostSteps);
            }

            if (TakeOverdue() is { } overdue)
            {
                RunTimer(overdue);
            }
            else if (_ready.TryTake(out var step))
            {
                RunStep(step);
            }
            else if (root.IsCompleted)
            {
                return root;
            }
            else if (Volatile.Read(ref _realIo) > 0)
            {
                WallClock.Sleep(TimeSpan.FromMilliseconds(1));
            }
            else if (Volatile.Read(ref _realIoEnded) != ioEnded)
            {
                continue; // ended since the pool was quiet: what it made ready comes before any timer
            }
            else if (_timers.TakeNext() is { } timer)
            {
                Observer?.Slept(before, Now);
                RunTimer(timer);
            }
            else
            {
                throw Stuck("the main task has not ended, nothing is ready and no timer is set" + RealTimersHint());
            }
        }
    }

    /// <summary>A timer that fell due while a step held the thread: only then does time pass other than in a jump to a timer.</summary>
    private VirtualTimer? TakeOverdue()
    {
        if (!_hasBlocked)
        {
            return null;
        }

        var timer = _timers.TakeDue();
        _hasBlocked = timer is not null;
        return timer;
    }

    private void Expect(bool isQuiet)
    {
        if (!isQuiet)
        {
            throw Stuck("a pool thread is busy with a blocking call or an endless loop");
        }
    }

    private void RunStep(in ReadyStep step)
    {
        _waker = step.Waker;
        var start = WallClock.Timestamp;
        Observer?.Begins(Now, LoopTurn.Step, step.State);
        BeginStep();
        step.Callback(step.State);
        EndStep();
        Observer?.Ends(Now);
        _watch.Note(start, Now, step.Waker);
    }

    private void RunTimer(VirtualTimer timer)
    {
        _waker = null;
        var start = WallClock.Timestamp;
        Observer?.Begins(Now, LoopTurn.Timer, timer.State);
        BeginStep();
        timer.Fire();
        EndStep();
        Observer?.Ends(Now);
        _watch.Note(start, Now, null);
    }

    private void BeginStep()
    {
        _pool!.Enter();
        _isInStep = true;
    }

    /// <summary>Also in the midst of a step, when it blocks: what it waits for may have to run meanwhile.</summary>
    private void EndStep()
    {
        if (_isInStep)
        {
            _isInStep = false;
            _pool!.Leave();
        }
    }

    private string RealTimersHint()
    {
        var started = Timer.ActiveCount - _realTimersAtStart;
        return started > 0
            ? $"; {started} timer(s) of the real clock were started meanwhile: was the clock left out of a Delay or WaitAsync"
            : "";
    }
}
