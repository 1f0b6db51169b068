using System.Diagnostics;
using AsyncAtScale.Timelines;
using Worker.Fleets;

namespace Worker.Tests;

/// <summary>Real workers on real brokers, and the one timeline that is made of their logs.</summary>
public sealed class FleetTests(RunningBrokers brokers) : IClassFixture<RunningBrokers>
{
    private const string Queue = "test.fleet";

    [Fact]
    public async Task Chart_OfSeveralProcesses_IsOneTimelineOnOneClock()
    {
        await using var channel = await brokers.QueueAsync(Queue);
        await using var fleet = new Fleet("Two workers", brokers.Brokers);
        fleet.Mark("test", "before");
        await fleet.StartManyAsync(2, $"consume {Queue} --prefetch 2 --work 0.05");
        for (var n = 1; n <= 8; n++)
        {
            await RunningBrokers.PublishAsync(channel, Queue, $"item-{n}");
        }

        await brokers.UntilEffectsAsync(8);
        await fleet.StopAsync();
        fleet.Mark("test", "after");

        var timeline = fleet.Chart().Timeline;
        Assert.Equal(8, timeline.Spans.Count(span => span.Ending == Ending.Normal));
        Assert.Equal(8, timeline.LanesWith("applied").Count);
        var error = fleet.Workers.Max(worker => worker.Clock.Error);
        Assert.All(timeline.Spans, span => Assert.InRange(span.Start, -error, span.End!.Value));
        Assert.All(timeline.Spans, span => Assert.InRange(span.End!.Value, span.Start, timeline.Instants[^1].At + error));
        Assert.All(timeline.Spans.GroupBy(span => span.Lane), lane => Assert.All(lane.Zip(lane.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start)));
    }

    [Fact]
    public async Task Kill_InTheMiddleOfWork_LeavesTheItemToAnother()
    {
        await using var channel = await brokers.QueueAsync(Queue);
        await using var fleet = new Fleet("A kill", brokers.Brokers);
        var first = await fleet.StartAsync("first", $"consume {Queue} --work 600");
        await RunningBrokers.PublishAsync(channel, Queue, "item");
        await first.BeginsWorkAsync();
        await first.KillAsync();
        await fleet.StartAsync("second", $"consume {Queue} --work 0");
        await brokers.UntilEffectsAsync(1);
        await fleet.StopAsync();

        var timeline = fleet.Chart().Timeline;
        Assert.Equal(["first"], timeline.LanesWith("killed"));
        Assert.Equal(Ending.Cancelled, Assert.Single(timeline.SpansOf("first")).Ending);
        Assert.Equal("item again", Assert.Single(timeline.SpansOf("second")).Label);
    }

    [Fact]
    public async Task Kill_OfAPermitsHolder_EndsItsWorkBeforeTheNextBegins()
    {
        await using var channel = await brokers.QueueAsync(Queue);
        await using var fleet = new Fleet("One permit", brokers.Brokers);
        await RunningBrokers.PublishAsync(channel, Queue, "permit");
        var holder = await fleet.StartAsync("holder", $"permit {Queue} --work 600");
        await holder.BeginsWorkAsync();
        var next = await fleet.StartAsync("next", $"permit {Queue} --jobs 1 --work 0");

        await holder.KillAsync();
        await next.EndAsync();

        var timeline = fleet.Chart(permits: 1).Timeline;
        Assert.Equal(1, timeline.Counters[0].Peak);
        Assert.Equal(Ending.Cancelled, timeline.SpansOf("holder").Last().Ending);
    }

    [Fact]
    public async Task CutWire_AndRestartedBroker_LoseNothing()
    {
        await using var channel = await brokers.QueueAsync(Queue);
        await using var wire = new Wire(brokers.Brokers.Addresses.Rabbit);
        await using var fleet = new Fleet("A cut", brokers.Brokers, wire);
        var worker = await fleet.StartAsync("worker", $"consume {Queue} --work 0.02");
        for (var n = 1; n <= 30; n++)
        {
            await RunningBrokers.PublishAsync(channel, Queue, $"item-{n}");
        }

        await worker.BeginsWorkAsync();
        wire.Cut();
        await brokers.Brokers.RestartRabbitAsync();
        await brokers.UntilEffectsAsync(30);
        await fleet.StopAsync();
        Assert.Equal(30, await brokers.SqlAsync("select count(*) from effects"));
        Assert.Equal(30, await brokers.SqlAsync("select count(distinct key) from effects"));
    }

    [Fact]
    public async Task Worker_WhoseParentsPipeCloses_Ends()
    {
        await using var channel = await brokers.QueueAsync(Queue);
        using var worker = StartWorker("consume", Queue);
        await worker.StandardOutput.ReadLineAsync(RunningBrokers.Token);
        worker.StandardInput.Close(); // what the system does when a process ends, whatever ends it
        await worker.WaitForExitAsync(RunningBrokers.Token).WaitAsync(TimeSpan.FromSeconds(60), RunningBrokers.Token);
        Assert.Equal(0, worker.ExitCode);
    }

    [Theory]
    [InlineData("The task needs a name first", "consume")]
    [InlineData("--prefetch needs a whole number, not 'many'", "consume", Queue, "--prefetch", "many")]
    [InlineData("--work needs seconds", "permit", Queue, "--work", "long")]
    public async Task Worker_AskedForNonsense_SaysSoInASentence(string sentence, params string[] arguments)
    {
        RunningBrokers.MustBeThere();
        using var worker = StartWorker(arguments);
        var said = await worker.StandardError.ReadToEndAsync(RunningBrokers.Token);
        await worker.WaitForExitAsync(RunningBrokers.Token);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Equal(1, worker.ExitCode);
    }

    private Process StartWorker(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [RunningBrokers.Program, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["COURSE_RABBITMQ"] = brokers.Brokers.Addresses.Rabbit.ToString(),
            ["COURSE_POSTGRES"] = brokers.Brokers.Addresses.Postgres,
        },
    })!;
}
