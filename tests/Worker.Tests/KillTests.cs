using RabbitMQ.Client;
using Worker.Fleets;

namespace Worker.Tests;

/// <summary>Workers are killed at random moments, one after another, while items flow.</summary>
public sealed class KillTests(RunningBrokers brokers) : IClassFixture<RunningBrokers>
{
    private const string Queue = "test.items";
    private const string Order = $"consume {Queue} --prefetch 2 --work 0.005 --before-ack 0.02";

    [Fact]
    public async Task RandomKills_InARow_LoseNothingAndDoubleNothing()
    {
        var kills = RunningBrokers.IsBuildServer ? 50 : 8;
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        await using var channel = await brokers.QueueAsync(Queue);
        await using var fleet = new Fleet("Kills", brokers.Brokers);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(RunningBrokers.Token);
        var publishing = PublishUntilAsync(channel, enough.Token);

        await KillAsync(fleet, kills, new Random(seed));
        await enough.CancelAsync();
        var published = await publishing;
        await brokers.UntilEffectsAsync(published);
        while (await channel.MessageCountAsync(Queue, RunningBrokers.Token) > 0)
        {
            await Task.Delay(50, RunningBrokers.Token);
        }

        await fleet.StopAsync(); // whoever still repeats something has done it
        Assert.Equal(kills, fleet.Workers.Count(worker => !worker.IsRunning && worker.Lines.Count > 0) - Survivors(fleet));
        Assert.Equal(published, await brokers.SqlAsync("select count(*) from effects"));
        Assert.Equal(published, await brokers.SqlAsync("select count(distinct key) from effects"));
        Assert.InRange(await brokers.SqlAsync("select count(*) from deliveries"), published, long.MaxValue);
    }

    private static int Survivors(Fleet fleet) => fleet.Workers.Count(worker => !worker.WasKilled);

    /// <summary>A few workers at a time: whoever is killed has a successor at once.</summary>
    private static async Task KillAsync(Fleet fleet, int kills, Random random)
    {
        var workers = (await fleet.StartManyAsync(4, Order)).Select(worker => Task.FromResult(worker)).ToList();
        for (var kill = 1; kill <= kills; kill++)
        {
            var place = random.Next(workers.Count);
            var worker = await workers[place];
            await worker.SaysAsync("applied"); // it is in the middle of things
            await Task.Delay(random.Next(40), RunningBrokers.Token);
            await worker.KillAsync();
            workers[place] = fleet.StartAsync($"successor-{kill}", Order);
        }

        await Task.WhenAll(workers);
    }

    /// <summary>Keeps some items in the queue, and says how many were confirmed.</summary>
    private static async Task<int> PublishUntilAsync(IChannel channel, CancellationToken enough)
    {
        var published = 0;
        while (!enough.IsCancellationRequested)
        {
            if (await channel.MessageCountAsync(Queue, RunningBrokers.Token) < 50)
            {
                for (var n = 0; n < 20; n++)
                {
                    await RunningBrokers.PublishAsync(channel, Queue, $"item-{published++}");
                }
            }

            await Task.Delay(20, RunningBrokers.Token);
        }

        return published;
    }
}
