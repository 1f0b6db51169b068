using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// What a notebook cell needs to run an example and see what its tasks did. Meant for
/// <c>using static AsyncAtScale.Demos.Demo</c>. Durations are in seconds.
/// </summary>
/// <example>
/// <code>
/// var run = await Demo.Run("Breakfast", () => Task.WhenAll(
///     Demo.Lane("eggs", () => Demo.Work(3, "boil")),
///     Demo.Lane("toast", () => Demo.Work(1.5, "toast"))));
/// run.Elapsed.TotalSeconds // 3
/// </code>
/// </example>
public static class Demo
{
    /// <summary>The clock of the run that the asking code belongs to; outside a run the system's.</summary>
    public static TimeProvider Clock => AmbientClock.Current;

    /// <summary>Seconds since the start of the run; 0 outside a run.</summary>
    public static double Now => Timelines.Lane.Current is { } lane ? Math.Round(lane.Recorder.Elapsed.TotalSeconds, 6) : 0;

    /// <summary>Runs an example and records it.</summary>
    /// <param name="title">What the run is called in its chart.</param>
    /// <param name="body">The example: its main task, recorded as the lane "main".</param>
    /// <param name="pace">Which clock it runs on; if not said, the environment variable COURSE_PACE decides, else virtual.</param>
    /// <returns>The run. A failure or a standstill of the example is part of it, not an exception here.</returns>
    /// <exception cref="InvalidOperationException">Called inside another run.</exception>
    /// <exception cref="EndlessRunException">The example goes on for ever at virtual pace.</exception>
    public static async Task<DemoRun<T>> Run<T>(string title, Func<Task<T>> body, Pace? pace = null) =>
        new(title, await DemoRunner.Run(body, pace ?? PaceSetting.FromEnvironment()));

    /// <inheritdoc cref="Run{T}"/>
    public static async Task<DemoRun> Run(string title, Func<Task> body, Pace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new DemoRun(title, await DemoRunner.Run(() => WithoutResult(body), pace ?? PaceSetting.FromEnvironment()));
    }

    /// <summary>Gives a task a lane of its own in the chart.</summary>
    /// <param name="name">What the task is called.</param>
    /// <param name="body">The task; it starts at once, as every .NET task does.</param>
    public static Task<T> Lane<T>(string name, Func<Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return LaneScope.Run(name, body);
    }

    /// <inheritdoc cref="Lane{T}"/>
    public static Task Lane(string name, Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Lane(name, () => WithoutResult(body));
    }

    /// <summary>
    /// Stands for a call that takes time and holds no thread: a request, a query. Recorded as running, with
    /// "started" before and "finished", "failed" or "cancelled" after it; inside an attempt of a retry, the attempt stands for it.
    /// </summary>
    /// <param name="seconds">How long it takes, to the millisecond.</param>
    /// <param name="label">What it is called in the chart, or null.</param>
    /// <param name="error">Thrown at the end, if the call is to fail.</param>
    /// <param name="cancellationToken">Cuts it short.</param>
    public static Task Work(
        double seconds, string? label = null, Exception? error = null, CancellationToken cancellationToken = default) =>
        SimulatedWork.Run(Duration.Of(seconds), label, error, cancellationToken);

    /// <summary>
    /// Stands for one of several pieces of work of a lane: as <see cref="Work"/>, but it says neither "started" nor
    /// "finished", since they belong to the whole. Where they do, the lane notes them itself.
    /// </summary>
    /// <param name="seconds">How long it takes, to the millisecond.</param>
    /// <param name="label">What it is called in the chart.</param>
    /// <param name="cancellationToken">Cuts it short.</param>
    public static Task Step(double seconds, string label, CancellationToken cancellationToken = default) =>
        SimulatedWork.RunStep(Duration.Of(seconds), label, cancellationToken);

    /// <summary>
    /// Stands for code that holds its thread: a long computation, a synchronous call. Recorded as blocking; on a
    /// virtual run nothing else goes on meanwhile.
    /// </summary>
    /// <param name="seconds">How long it holds the thread.</param>
    /// <param name="label">What it is called in the chart, or null.</param>
    public static void Block(double seconds, string? label = null) => SimulatedWork.Block(Duration.Of(seconds), label);

    /// <summary>
    /// Waits for a task and holds the thread meanwhile: sync over async, the mistake that this is to show. Recorded as blocking.
    /// </summary>
    /// <param name="label">What it is called in the chart.</param>
    /// <param name="task">The task, already started.</param>
    /// <remarks>For the real pace. At virtual pace the run counts as stuck, if only the loop itself could end the wait.</remarks>
    public static void BlockOn(string label, Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var block = Timelines.Lane.Current?.Begin(Activity.Blocking, label);
        try
        {
            task.GetAwaiter().GetResult();
            block?.End();
        }
        catch
        {
            block?.End(Ending.Failed);
            throw;
        }
    }

    /// <summary>
    /// Gives a task a lane and queues it to the thread pool, as a server does with a request. Until a thread takes it up, it is
    /// recorded as waiting for a thread.
    /// </summary>
    /// <param name="name">What the task is called.</param>
    /// <param name="body">The task, started on a thread of the pool.</param>
    public static Task OnPool(string name, Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Lane(name, async () =>
        {
            var wait = Timelines.Lane.Current?.Begin(Activity.Waiting, "thread", "thread");
            await Task.Run(() =>
            {
                wait?.End(kind: WakeKind.Handover);
                return body();
            });
        });
    }

    /// <summary>Awaits a task of the BCL and says in the chart what for.</summary>
    /// <param name="reason">What is waited for, in a word or two: see <see cref="WaitReason"/>.</param>
    /// <param name="task">The task, already started.</param>
    /// <remarks>Who ended the wait is recorded where the loop can know it: at virtual pace, if the task was completed in a lane.</remarks>
    public static Task Waiting(string reason, Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return RecordedWait.For(reason, reason, task);
    }

    /// <inheritdoc cref="Waiting(string, Task)"/>
    public static Task<T> Waiting<T>(string reason, Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return RecordedWait.For(reason, reason, task);
    }

    /// <summary>Notes that something happened: a time-stamped remark that the chart shows, in place of a printed line.</summary>
    /// <param name="what">What happened, in a word or two.</param>
    /// <param name="detail">
    /// An object whose public properties are extra values, or null; anything else is itself the extra value "value". What
    /// JSON cannot hold is left out.
    /// </param>
    public static void Note(string what, object? detail = null) => Timelines.Lane.Current?.Instant(what, detail);

    /// <summary>
    /// Notes what happened to a task, in the task's own lane: that it has won, or that it was asked to stop. Ignored if the
    /// task is no lane.
    /// </summary>
    /// <param name="lane">The task that <see cref="Lane{T}"/> returned.</param>
    /// <param name="what">What happened, in a word or two.</param>
    /// <param name="detail">
    /// An object whose public properties are extra values, or null; anything else is itself the extra value "value". What
    /// JSON cannot hold is left out.
    /// </param>
    public static void Note(Task lane, string what, object? detail = null)
    {
        ArgumentNullException.ThrowIfNull(lane);
        LaneTasks.Of(lane)?.Instant(what, detail);
    }

    /// <summary>
    /// Remembers values for the run's summary, also if the run never returns: what it returns is lost when it fails or stands
    /// still. Called once, early; the values are read when the run is over, so a collection may still fill.
    /// </summary>
    /// <param name="facts">An object whose public properties are the values, by their names in snake_case.</param>
    public static void Keep(object facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Timelines.Lane.Current is { } lane)
        {
            lane.Recorder.Kept = facts;
        }
    }

    /// <summary>Notes a number that goes up and down, the depth of a channel for example: drawn under the lanes. Outside a run: nothing.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="value">The value from now on.</param>
    /// <param name="limit">The value that it may never exceed, drawn as a line, or null; said with the first value.</param>
    public static void Level(string name, int value, int? limit = null) =>
        Timelines.Lane.Current?.Recorder.Counter(name, limit).Set(value);

    private static async Task<bool> WithoutResult(Func<Task> body)
    {
        await body();
        return true;
    }
}
