using System.Text.Json.Nodes;
using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;
using static AsyncAtScale.Tests.Primitives.Runs;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>The examples, written with the primitives as a notebook would, leave the record that asyncio leaves.</summary>
public sealed class PrimitiveReferenceTests
{
    [Theory]
    [InlineData("us-east-wins")]
    [InlineData("eu-west-wins")]
    [InlineData("ap-south-wins")]
    public Task Race_OfThreeRegions(string name) => Matches($"lecture24-24.2.{name}", inputs =>
        Race.FirstAsync(List(inputs["regions"]).Select(region => RaceTests.Runner(Name(region), (double)region["base"]! + (double)region["jitter"]!))));

    [Theory]
    [InlineData("second-fails")]
    [InlineData("first-fails")]
    [InlineData("none-fails")]
    public Task Wait_ForTheFirstException(string name) => Matches(
        $"lecture24-24.2b.{name}",
        async inputs =>
        {
            using var stop = new CancellationTokenSource();
            var (_, pending) = await Wait.ForAsync(Jobs(inputs["regions"], stop.Token), Until.FirstException);
            await stop.CancelAsync();
            await Gather.SettledAsync(pending);
        },
        "cancel-requested");

    [Theory]
    [InlineData("one-fails")]
    [InlineData("all-fail")]
    [InlineData("none-fails")]
    public Task Wait_ForAll(string name) => Matches($"lecture24-24.2c.{name}", inputs => Wait.ForAsync(Jobs(inputs["regions"])));

    [Theory]
    [InlineData("mixed")]
    [InlineData("all-time-out")]
    [InlineData("first-attempt")]
    [InlineData("second-attempt")]
    [InlineData("third-attempt")]
    [InlineData("on-the-deadline")]
    public Task Retry_ThreeCallers(string name) => Matches($"lecture24-24.3.{name}", async inputs =>
    {
        var plan = new RetryPlan
        {
            Attempts = (int)inputs["max_attempts"]!,
            Deadline = Seconds((double)inputs["deadline"]!),
            FirstPause = Seconds((double)inputs["backoff_base"]!),
        };
        await Task.WhenAll(List(inputs["callers"]).Select(caller => Lane(Name(caller), async () =>
        {
            try
            {
                await Retry.RunAsync(plan, (number, token) => Call((double)caller["durations"]![number - 1]!, token));
            }
            catch (TimeoutException)
            {
                // given up
            }
        })));

        static async Task Call(double seconds, CancellationToken token)
        {
            try
            {
                await Work(seconds, cancellationToken: token);
            }
            catch (OperationCanceledException)
            {
                Note("call-cancelled");
                throw;
            }
        }
    });

    [Theory]
    [InlineData("consumers-slower")]
    [InlineData("consumers-faster")]
    [InlineData("burst")]
    [InlineData("five-consumers")]
    public Task Queue_OneProducerAndASentinel(string name) => Matches(
        $"lecture24-24.4.{name}",
        async inputs =>
        {
            var queue = new BoundedQueue<int?>((int)inputs["capacity"]!);
            var producer = Lane("producer", async () =>
            {
                Note("started");
                foreach (var (item, seconds) in List(inputs["produce"]).Index())
                {
                    if ((double)seconds > 0)
                    {
                        await Step((double)seconds, $"make item-{item}");
                    }

                    await queue.PutAsync(item);
                }

                await queue.PutAsync(null);
                Note("sentinel-put");
                Note("finished");
            });
            var consumers = Enumerable.Range(1, (int)inputs["consumers"]!).Select(number => Lane($"consumer-{number}", async () =>
            {
                Note("started");
                while (await queue.GetAsync() is { } item)
                {
                    await Step((double)inputs["process"]![item]!, $"item-{item}");
                    Note("processed");
                }

                Note("sentinel-got");
                await queue.PutAsync(null);
                Note("sentinel-passed-on");
                Note("finished");
            }));
            await Task.WhenAll([producer, .. consumers]);
        },
        "put",
        "get");

    [Theory]
    [InlineData("together")]
    [InlineData("staggered")]
    public Task Event_ReadyForAll(string name) => Matches($"lecture24-24.5.{name}", async inputs =>
    {
        var ready = new AsyncEvent();
        var initialiser = Lane("initialiser", async () =>
        {
            Note("started");
            await Step((double)inputs["ready_at"]!, "initialise");
            ready.Set();
            Note("finished");
        });
        var callers = List(inputs["callers"]).Append(inputs["late"]!).Select(caller => Lane(Name(caller), async () =>
        {
            await Pause((double)caller["arrives"]!);
            await ready.WaitAsync();
        }));
        await Task.WhenAll([initialiser, .. callers]);
    });

    [Theory]
    [InlineData("equal")]
    [InlineData("unequal")]
    public Task Gather_Results(string name) => Matches($"lesson3-II.2.{name}", inputs => Gather.AllAsync(Jobs(inputs["fetches"])));

    [Theory]
    [InlineData("fresh")]
    [InlineData("others-slower")]
    public Task Gather_WithAFailure(string name) => Matches($"lesson3-II.3.{name}", async inputs =>
    {
        List<Task<string>> Start(string prefix) =>
            [.. List(inputs["jobs"]).Select((job, index) => Job($"{prefix}-{index + 1}", (double)job["seconds"]!, (bool)job["fails"]! ? new FormatException() : null))];
        var first = Start("first");
        await Assert.ThrowsAsync<FormatException>(() => Gather.AllAsync(first));
        await Waiting(WaitReason.Tasks, Task.WhenAll(first).ContinueWith(_ => true, TaskScheduler.Default));
        await Gather.SettledAsync(Start("second"));
    });

    [Theory]
    [InlineData("mixed")]
    [InlineData("by-size")]
    [InlineData("against-size")]
    [InlineData("tie")]
    public Task AsCompleted_Progress(string name) => Matches($"lesson3-II.4.{name}", async inputs =>
    {
        await foreach (var (file, done, of) in AsCompleted.Of(Downloads(inputs, "files")))
        {
            Note("progress", new { file = await file, completed = done, of });
        }
    });

    [Theory]
    [InlineData("by-size")]
    [InlineData("mixed")]
    [InlineData("against-size")]
    public Task GatherThenAsCompleted(string name) => Matches($"lesson3-II.5.{name}", async inputs =>
    {
        foreach (var file in await Gather.AllAsync(Downloads(inputs, "batch")))
        {
            Note("processed", new { file });
        }

        await foreach (var completion in AsCompleted.Of(Downloads(inputs, "stream")))
        {
            Note("processed", new { file = await completion.Task });
        }
    });

    [Fact]
    public Task Deadline_ThreeTimes() => Matches("lesson3-III.3", async inputs =>
    {
        foreach (var attempt in List(inputs["attempts"]))
        {
            try
            {
                var tasks = List(attempt["tasks"]);
                await Deadline.CancelAfterAsync(
                    token => tasks.Count == 1
                        ? Job(Name(tasks[0]), (double)tasks[0]["seconds"]!, token: token)
                        : Gather.AllAsync(Jobs(attempt["tasks"], token)),
                    Seconds((double)attempt["timeout"]!));
                Note("in-time");
            }
            catch (TimeoutException)
            {
                Note("timed-out");
            }
        }
    });

    [Fact]
    public Task Wait_WithALimit() => Matches(
        "lesson3-III.4",
        async inputs =>
        {
            using var stop = new CancellationTokenSource();
            var (_, pending) = await Wait.ForAsync(Jobs(inputs["tasks"], stop.Token), limit: Seconds((double)inputs["timeout"]!));
            await stop.CancelAsync();
            await Gather.SettledAsync(pending);
        },
        "cancel-requested");

    [Fact]
    public Task TaskGroup_AllFine() => Matches("lesson3-IV.1", inputs => Lane("group", async () =>
    {
        await TaskGroup.RunAsync(group =>
        {
            Start(group, inputs);
            Note("body-done");
            return Task.CompletedTask;
        });
        Note("left");
    }));

    [Theory]
    [InlineData("as-written")]
    [InlineData("others-slower")]
    [InlineData("slow-cleanup")]
    public Task TaskGroup_OneFails(string name) => Matches($"lesson3-IV.2.{name}", inputs => Lane("group", async () =>
    {
        try
        {
            await TaskGroup.RunAsync(group =>
            {
                Start(group, inputs);
                return Task.CompletedTask;
            });
        }
        catch (AggregateException)
        {
            Note("raised");
        }
    }));

    [Theory]
    [InlineData("as-written")]
    [InlineData("one-fails")]
    [InlineData("worker-cancelled")]
    public Task Gather_SettledAndFinally(string name) => Matches(
        $"lesson3-IV.3.{name}",
        async inputs =>
        {
            using var one = inputs["cancel_worker"] is { } at
                ? new CancellationTokenSource(Seconds((double)at["at"]!), Clock)
                : new CancellationTokenSource();
            var workers = List(inputs["workers"]).Select((worker, index) => Job(
                Name(worker),
                (double)worker["seconds"]!,
                (bool)worker["fails"]! ? new FormatException() : null,
                index == (int?)inputs["cancel_worker"]?["index"] ? one.Token : default)).ToList();
            await Gather.SettledAsync(workers);
            Note("clean-up");
        },
        "cancel-requested");

    [Fact]
    public Task Gather_SettledAndFinally_TheCallerIsCancelled() => Matches("lesson3-IV.3.main-cancelled", async inputs =>
    {
        using var stop = new CancellationTokenSource();
        var managed = Managed(stop.Token);
        await Pause((double)inputs["cancel_main_at"]!);
        Note("cancel-requested");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => managed);

        async Task Managed(CancellationToken token)
        {
            try
            {
                await Gather.SettledAsync(Jobs(inputs["workers"], token), token);
            }
            finally
            {
                Note("clean-up");
            }
        }
    });

    [Theory]
    [InlineData("mixed")]
    [InlineData("consumers-slower")]
    [InlineData("consumers-faster")]
    [InlineData("gap-beyond-idle-limit")]
    public Task Queue_ProducersAndConsumers(string name) => Matches(
        $"lesson3-V.1.{name}",
        async inputs =>
        {
            var queue = new BoundedQueue<string>((int)inputs["capacity"]!);
            using var stop = new CancellationTokenSource();
            var producers = List(inputs["produce"]).Select((items, number) => Lane($"producer-{number}", async () =>
            {
                Note("started");
                foreach (var item in List(items))
                {
                    await Step((double)item["seconds"]!, $"make {item["item"]}");
                    await queue.PutAsync((string)item["item"]!);
                }

                Note("finished");
            })).ToList();
            var consumers = Enumerable.Range(0, (int)inputs["consumers"]!).Select(number => Lane($"consumer-{number}", () => Consume(queue, inputs, stop.Token))).ToList();
            await Gather.AllAsync(producers);
            Note("producers-done");
            await queue.JoinAsync();
            Note("queue-joined");
            await stop.CancelAsync();
            await Gather.SettledAsync(consumers);
        },
        "cancel-requested");

    [Theory]
    [InlineData("fixed")]
    [InlineData("fixed-staggered")]
    public Task Limiter_SlidingWindow(string name) => Matches($"lesson3-V.2.{name}", async inputs =>
    {
        var limiter = new SlidingWindowLimiter((int)inputs["max_calls"]!, Seconds((double)inputs["window"]!));
        await Task.WhenAll(List(inputs["arrivals"]).Select((arrives, number) => Lane($"request-{number}", async () =>
        {
            await Pause((double)arrives);
            await limiter.AcquireAsync();
            await Work((double)inputs["request_seconds"]!);
        })));
    });

    private static async Task Matches(string id, Func<JsonNode, Task> body, params string[] unsaid)
    {
        var inputs = Reference.Json(id)["inputs"]!;
        var run = await Run(id, () => body(inputs), Pace.Virtual);
        Reference.AssertRecordMatches(run.Timeline, id, unsaid);
        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
    }

    private static async Task Consume(BoundedQueue<string> queue, JsonNode inputs, CancellationToken token)
    {
        Note("started");
        try
        {
            while (true)
            {
                var item = await Deadline.CancelAfterAsync(
                    idle => queue.GetAsync(idle).AsTask(), Seconds((double)inputs["idle_timeout"]!), token);
                await Step((double)inputs["process"]![item]!, item, token);
                Note("processed");
                queue.TaskDone();
            }
        }
        catch (TimeoutException)
        {
            Note("timed-out");
        }
        catch (OperationCanceledException)
        {
            Note("cancelled");
            throw;
        }
    }

    private static void Start(TaskGroup group, JsonNode inputs)
    {
        foreach (var worker in List(inputs["workers"]))
        {
            _ = group.Start(Name(worker), async token =>
            {
                try
                {
                    await Work((double)worker["seconds"]!, error: (bool?)worker["fails"] == true ? new FormatException() : null, cancellationToken: token);
                }
                catch (OperationCanceledException) when ((double)worker["cleanup"]! > 0)
                {
                    await Step((double)worker["cleanup"]!, Span.CleanUpLabel, CancellationToken.None);
                    throw;
                }
            });
        }
    }

    private static List<Task<string>> Jobs(JsonNode? jobs, CancellationToken token = default) =>
        [.. List(jobs).Select(job => Job(Name(job), (double)job["seconds"]!, (bool?)job["fails"] == true ? new FormatException() : null, token))];

    private static List<Task<string>> Downloads(JsonNode inputs, string list) =>
        [.. List(inputs[list]).Select(file => Job(Name(file), ((double)file["size_mb"]! * (double)inputs["seconds_per_mb"]!) + (double)file["extra"]!))];

    private static List<JsonNode> List(JsonNode? array) => [.. array!.AsArray().Select(node => node!)];

    private static string Name(JsonNode node) => (string)node["lane"]!;
}
