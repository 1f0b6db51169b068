using System.Runtime.CompilerServices;
using AsyncAtScale.Loop;

namespace AsyncAtScale.Demos;

/// <summary>
/// The event loop, to look at and to schedule on. It is the loop under every demo at virtual pace: one thread, a queue
/// of steps that are ready, and timers. Not thread-safe: to be used by the code that runs on it. Times are in seconds.
/// </summary>
/// <example>
/// <code>
/// var said = new List&lt;string&gt;();
/// await EventLoop.Run("Three ways to schedule", async loop =>
/// {
///     loop.CallLater(1, () => said.Add($"later at {loop.Time}"));
///     loop.CallSoon(() => said.Add($"soon at {loop.Time}"));
///     loop.CallAt(0.5, () => said.Add("never")).Cancel();
///     await Demo.Work(1.5);
/// });
/// string.Join(", ", said) // soon at 0, later at 1
/// </code>
/// </example>
public sealed class EventLoop
{
    private const string CallbackLane = "callback";

    private static readonly ConditionalWeakTable<VirtualLoop, EventLoop> Known = [];

    private readonly VirtualLoop _loop;

    private EventLoop(VirtualLoop loop) => _loop = loop;

    /// <summary>The loop on which the asking code runs; the same object all through a run.</summary>
    /// <exception cref="InvalidOperationException">The code runs on no loop: outside a run, or at the real pace.</exception>
    public static EventLoop Current => VirtualLoop.Current is { } loop
        ? Of(loop)
        : throw new InvalidOperationException("No event loop is running here: use it inside EventLoop.Run or a demo at virtual pace.");

    /// <summary>Whether the asking code runs on this loop; false once the run is over.</summary>
    public bool IsRunning => VirtualLoop.Current == _loop;

    /// <summary>In debug mode a step that holds the thread for <see cref="SlowCallback"/> or longer leaves a warning in the log.</summary>
    public bool IsDebug { get; set; }

    /// <summary>How many seconds a step may hold the thread unnoticed; 0.1 if nobody says otherwise.</summary>
    public double SlowCallback { get; set; } = 0.1;

    /// <summary>Seconds on the loop's clock, which starts at 0 with the run.</summary>
    public double Time => Math.Round(_loop.Now.TotalSeconds, 6);

    /// <summary>Runs a main function to its end on a loop of its own, and writes down every step of the loop.</summary>
    /// <param name="title">What the run is called in its chart.</param>
    /// <param name="main">The main function, recorded as the lane "main".</param>
    /// <param name="debug">Whether the loop starts in debug mode.</param>
    /// <returns>The run. A failure or a standstill is part of it, not an exception here.</returns>
    /// <remarks>Always at virtual pace: at the real pace there is no loop, there are the threads of the pool.</remarks>
    /// <exception cref="InvalidOperationException">Called inside another run.</exception>
    public static async Task<LoopRun<T>> Run<T>(string title, Func<EventLoop, Task<T>> main, bool debug = false)
    {
        ArgumentNullException.ThrowIfNull(main);
        var narrator = new LoopNarrator();
        var outcome = await DemoRunner.Run(
            () =>
            {
                Current.IsDebug = debug;
                return main(Current);
            },
            Pace.Virtual,
            narrator);
        return new LoopRun<T>(title, outcome, narrator.Log);
    }

    /// <inheritdoc cref="Run{T}"/>
    public static async Task<LoopRun<bool>> Run(string title, Func<EventLoop, Task> main, bool debug = false)
    {
        ArgumentNullException.ThrowIfNull(main);
        return await Run(
            title,
            async loop =>
            {
                await main(loop);
                return true;
            },
            debug);
    }

    /// <summary>Puts a callback at the end of the ready queue: it runs in this moment, after what is ready already.</summary>
    /// <param name="callback">What to call. It may not wait; an exception ends the run.</param>
    /// <param name="lane">The lane in which it is recorded.</param>
    public ScheduledCall CallSoon(Action callback, string lane = CallbackLane)
    {
        var call = new ScheduledCall(callback, lane, Time);
        SynchronizationContext.Current!.Post(static call => ((ScheduledCall)call!).Run(), call);
        return call;
    }

    /// <summary>Calls back after so many seconds, if the run lasts so long.</summary>
    /// <inheritdoc cref="CallSoon"/>
    public ScheduledCall CallLater(double seconds, Action callback, string lane = CallbackLane)
    {
        var delay = Duration.Of(seconds);
        var call = new ScheduledCall(callback, lane, Math.Round((_loop.Now + delay).TotalSeconds, 6));
        call.Timer = _loop.Clock.CreateTimer(static call => ((ScheduledCall)call!).Run(), call, delay, Timeout.InfiniteTimeSpan);
        return call;
    }

    /// <summary>Calls back at a time of the loop's clock; at once, after what is ready, if that has passed.</summary>
    /// <inheritdoc cref="CallSoon"/>
    public ScheduledCall CallAt(double time, Action callback, string lane = CallbackLane) =>
        CallLater(Math.Max(0, time - Time), callback, lane);

    /// <summary>The loop in a line: whether it runs, its mode, its time.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"Event loop: {(IsRunning ? "running" : "not running")}, debug {(IsDebug ? "on" : "off")}, {Time} s");

    internal static EventLoop Of(VirtualLoop loop) => Known.GetValue(loop, static loop => new EventLoop(loop));
}
