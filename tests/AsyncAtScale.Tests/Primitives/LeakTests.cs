using AsyncAtScale.Primitives;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.RaceTests;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>After each scenario: no lane runs on, no timer is set, no failure is unobserved.</summary>
public sealed class LeakTests
{
    private static readonly Dictionary<string, Func<Task>> Scenarios = new()
    {
        ["gather"] = () => Gather.AllAsync(Job("a", 1), Job("b", 2)),
        ["gather, failures"] = () => Gather.SettledAsync(Job("a", 1, new FormatException()), Job("b", 2)),
        ["as completed"] = async () =>
        {
            await foreach (var completion in AsCompleted.Of([Job("a", 1), Job("b", 2, new FormatException())]))
            {
                Note($"{completion.Done}");
            }
        },
        ["wait with a limit that is not needed"] = () => Wait.ForAsync([Job("a", 1)], limit: Seconds(100)),
        ["race"] = () => Race.FirstAsync([Runner("a", 1), Runner("b", 50, cleanUp: 1), Runner("c", 50)]),
        ["deadline kept"] = () => Deadline.CancelAfterAsync(Runner("a", 1), Seconds(100)),
        ["deadline missed"] = () => Gather.SettledAsync(Deadline.CancelAfterAsync(Runner("a", 100, cleanUp: 1), Seconds(1))),
        ["abandoned in time"] = () => Deadline.AbandonAfterAsync(Job("a", 1), Seconds(100)),
        ["retry"] = () => Gather.SettledAsync(Retry.RunAsync(new RetryPlan { Deadline = Seconds(1) }, (_, token) => Runner("a", 50)(token))),
        ["retry cancelled in its pause"] = async () =>
        {
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var plan = new RetryPlan { FirstPause = Seconds(100) };
            await Gather.SettledAsync(Retry.RunAsync<int>(plan, (_, _) => throw new FormatException(), stop.Token));
        },
        ["group"] = () => Gather.SettledAsync(TaskGroup.RunAsync(group =>
        {
            _ = group.Start("a", Runner("a1", 50, cleanUp: 1));
            _ = group.Start("b", _ => Job("b1", 1, new FormatException()));
            return Task.CompletedTask;
        })),
        ["semaphore"] = async () =>
        {
            var semaphore = new AsyncSemaphore(1);
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            await Gather.SettledAsync(Enumerable.Range(0, 5).Select(number => Lane($"{number}", async () =>
            {
                using var permit = await semaphore.EnterAsync(number % 2 == 0 ? default : stop.Token);
                await Work(2);
            })));
            Assert.Equal((0, 0), (semaphore.InUse, semaphore.Waiting));
        },
        ["event"] = async () =>
        {
            var signal = new AsyncEvent();
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            var waiters = Enumerable.Range(0, 5).Select(number => Lane($"{number}", async () =>
                await signal.WaitAsync(number % 2 == 0 ? default : stop.Token))).ToList();
            await Work(2);
            signal.Set();
            await Gather.SettledAsync(waiters);
            Assert.Equal(0, signal.Waiting);
        },
        ["queue"] = async () =>
        {
            var queue = new BoundedQueue<int>(1);
            using var stop = new CancellationTokenSource(Seconds(1), Clock);
            await Gather.SettledAsync(
                Lane("p", async () =>
                {
                    await queue.PutAsync(1);
                    await queue.PutAsync(2, stop.Token);
                }),
                Lane("c", async () =>
                {
                    await Work(2);
                    await queue.GetAsync();
                    queue.TaskDone();
                }),
                Lane("j", async () => await queue.JoinAsync()));
            Assert.Equal((0, 0), (queue.Count, queue.Unfinished));
        },
        ["limiter"] = async () =>
        {
            var limiter = new SlidingWindowLimiter(2, Seconds(1));
            await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Lane($"{number}", async () => await limiter.AcquireAsync())));
        },
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_WhenItIsOver_LeavesNothingBehind(string name)
    {
        await Leaks.AssertNothingGoesOn(Scenarios[name]);
        await Leaks.AssertNothingUnobserved(Scenarios[name]);
    }
}
