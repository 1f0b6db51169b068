using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.RaceTests;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>Nothing but the clock and the threads differ: what each lane says, and what was cut short, is the same at either pace.</summary>
public sealed class BothPacesTests
{
    private static readonly Dictionary<string, Func<Task>> Scenarios = new()
    {
        ["gather"] = () => Gather.AllAsync(Job("a", 0.3), Job("b", 0.1)),
        ["gather, a failure"] = async () =>
        {
            var tasks = new[] { Job("a", 0.5), Job("b", 0.1, new FormatException()) };
            await Assert.ThrowsAsync<FormatException>(() => Gather.AllAsync(tasks));
            await Gather.SettledAsync(tasks);
        },
        ["as completed"] = async () =>
        {
            await foreach (var completion in AsCompleted.Of([Job("a", 0.3), Job("b", 0.1)]))
            {
                Note(await completion.Task);
            }
        },
        ["wait with a limit"] = async () =>
        {
            var (_, pending) = await Wait.ForAsync([Job("a", 0.1), Job("b", 0.5)], limit: Seconds(0.3));
            Note($"{pending.Count} pending");
            await Gather.SettledAsync(pending);
        },
        ["race"] = () => Race.FirstAsync([Runner("a", 0.1), Runner("b", 9, cleanUp: 0.1)]),
        ["deadline"] = () => Gather.SettledAsync(Deadline.CancelAfterAsync(Runner("a", 9, cleanUp: 0.1), Seconds(0.1))),
        ["deadline of a wait"] = () => Gather.SettledAsync(
            Deadline.CancelAfterAsync(token => new AsyncEvent().WaitAsync(token).AsTask(), Seconds(0.1))),
        ["retry"] = () => Gather.SettledAsync(Retry.RunAsync(
            new RetryPlan { Attempts = 2, Deadline = Seconds(0.1) }, (_, token) => Work(9, cancellationToken: token))),
        ["group"] = () => Gather.SettledAsync(TaskGroup.RunAsync(group =>
        {
            _ = group.Start("good", token => Work(9, cancellationToken: token));
            _ = group.Start("bad", token => Work(0.1, error: new FormatException(), cancellationToken: token));
            return Task.CompletedTask;
        })),
        ["semaphore"] = async () =>
        {
            var semaphore = new AsyncSemaphore(1);
            await Task.WhenAll("abc".Select(name => Lane($"{name}", async () =>
            {
                using var permit = await semaphore.EnterAsync();
                await Work(0.1);
            })));
        },
        ["event"] = async () =>
        {
            var signal = new AsyncEvent();
            var waiters = "abc".Select(name => Lane($"{name}", async () => await signal.WaitAsync())).ToList();
            await Lane("setter", async () =>
            {
                await Work(0.1);
                signal.Set();
            });
            await Task.WhenAll(waiters);
        },
        ["queue"] = async () =>
        {
            var queue = new BoundedQueue<int>(1);
            var producer = Lane("producer", async () =>
            {
                for (var item = 0; item < 4; item++)
                {
                    await queue.PutAsync(item);
                }
            });
            _ = Lane("consumer", async () =>
            {
                for (var item = 0; item < 4; item++)
                {
                    await Step(0.05, "item");
                    await queue.GetAsync();
                    queue.TaskDone();
                }
            });
            await producer;
            await queue.JoinAsync();
        },
        ["limiter"] = async () =>
        {
            var limiter = new SlidingWindowLimiter(1, Seconds(0.1));
            await Task.WhenAll("abc".Select(name => Lane($"{name}", async () =>
            {
                await limiter.AcquireAsync();
                await Work(0.05);
            })));
        },
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_AtEitherPace_IsTheSameStory(string name)
    {
        var imagined = await Run(name, Scenarios[name], Pace.Virtual);
        var real = await Run(name, Scenarios[name], Pace.Real);
        Assert.Null(imagined.Exception);
        Assert.Null(real.Exception);
        Assert.Equal(Story(imagined.Timeline), Story(real.Timeline));
    }

    private static IEnumerable<string> Story(Timeline timeline) =>
        timeline.Lanes.Select(lane => lane.Name).Order(StringComparer.Ordinal).Select(lane =>
            $"{lane}: {string.Join(", ", timeline.InstantsOf(lane).Select(instant => instant.Name))}; "
            + string.Join(", ", timeline.SpansOf(lane).Where(span => span.Ending != Ending.Normal).Select(span => $"{span.Activity} {span.Ending}")));
}
