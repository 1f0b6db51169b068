using AsyncAtScale.Demos;
using AsyncAtScale.Primitives;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;

namespace AsyncAtScale.Tests.Timelines;

/// <summary>Programs that nobody wrote: lanes of random work, permits, signals, cancellations, plain BCL waits.</summary>
public sealed class RandomRunTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_OfAnyProgram_KeepsTheInvariantsAndItsFormat()
    {
        var runs = Effort.Of(400, 60);
        var (spans, handovers, longPaths) = (0, 0, 0);
        for (var seed = 0; seed < runs; seed++)
        {
            var random = new Random(seed);
            var run = await Run($"seed {seed}", () => Program(random), Pace.Virtual);
            Assert.True(run.Exception is null, $"seed {seed}: {run.Exception}");
            Assert.Empty(TimelineInvariants.Violations(run.Timeline));
            var path = CriticalPath.Of(run.Timeline);
            AssertPathIsWhole(path, run.Timeline);
            TimelineFormatTests.AssertRoundTrip(run.Timeline);
            spans += run.Timeline.Spans.Count;
            handovers += run.Timeline.Wakes.Count(wake => wake is { Kind: WakeKind.Handover, Cause: not null });
            longPaths += path.Select(step => step.Lane).Distinct().Count() > 2 ? 1 : 0;
        }

        output.WriteLine($"{runs} random programs, {spans} spans, {handovers} handovers, {longPaths} paths through more than two lanes");
        Assert.True(handovers > runs && longPaths > runs / 4, "the programs are too tame to prove anything");
    }

    private static void AssertPathIsWhole(IReadOnlyList<PathStep> path, Timeline timeline)
    {
        if (timeline.Total == TimeSpan.Zero)
        {
            return;
        }

        Assert.Equal(TimeSpan.Zero, path[0].Start);
        Assert.Equal(timeline.Total, path[^1].End);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    private static async Task Program(Random random)
    {
        AsyncSemaphore[] semaphores = [new(1 + random.Next(3)), new(1, "b")];
        var signals = Enumerable.Range(0, 4)
            .Select(number => new TaskCompletionSource(number % 2 == 0 ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously))
            .ToArray();
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(20, 200)), Clock);
        var lanes = Enumerable.Range(0, random.Next(2, 9))
            .Select(number => Lane($"lane-{number}", () => Steps(random, semaphores, signals, source.Token)))
            .ToList();
        await Lane("signaller", async () =>
        {
            foreach (var signal in signals)
            {
                await Work(0.001 * random.Next(30));
                signal.TrySetResult();
            }
        });
        await Task.WhenAll(lanes);
    }

    private static async Task Steps(Random random, AsyncSemaphore[] semaphores, TaskCompletionSource[] signals, CancellationToken token)
    {
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            try
            {
                await Step(random, semaphores, signals, token);
            }
            catch (OperationCanceledException)
            {
                token = default; // cancelled once is enough
            }
        }
    }

    private static async Task Step(Random random, AsyncSemaphore[] semaphores, TaskCompletionSource[] signals, CancellationToken token)
    {
        switch (random.Next(7))
        {
            case 0:
                await Work(0.001 * random.Next(40), cancellationToken: token);
                break;
            case 1:
            case 2:
                using (await semaphores[random.Next(2)].EnterAsync(token))
                {
                    await Work(0.001 * random.Next(30), cancellationToken: token);
                }

                break;
            case 3:
                await Waiting(WaitReason.Event, signals[random.Next(4)].Task);
                break;
            case 4:
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20)), Clock, token);
                break;
            case 5:
                signals[random.Next(4)].TrySetResult();
                break;
            default:
                Block(0.001 * random.Next(10));
                break;
        }
    }
}
