using Npgsql;
using RabbitMQ.Client;
using Worker.Engines;

namespace Worker.Tests;

/// <summary>Real brokers for all tests. Where there are none these are skipped, on a build server they fail.</summary>
public sealed class RunningBrokers : IAsyncLifetime
{
    private Brokers? _brokers;

    public static string Program { get; } = Path.Combine(Repository.Root, "shared", "bin", "worker", "Worker.dll");

    public static bool IsBuildServer { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    internal Brokers Brokers
    {
        get
        {
            MustBeThere();
            return _brokers!;
        }
    }

    internal IConnection Rabbit { get; private set; } = null!;

    internal NpgsqlDataSource Postgres { get; private set; } = null!;

    public static void MustBeThere()
    {
        const string Reason = "RabbitMQ and PostgreSQL are not installed: apt-get install rabbitmq-server postgresql.";
        Assert.SkipWhen(!Brokers.AreThere && !IsBuildServer, Reason);
        Assert.True(Brokers.AreThere, Reason);
    }

    public async ValueTask InitializeAsync()
    {
        if (Brokers.AreThere)
        {
            _brokers = await Brokers.StartAsync(Program);
            Rabbit = await _brokers.OpenRabbitAsync();
            Postgres = _brokers.OpenPostgres();
            await SqlAsync("""
                create table if not exists done (key text primary key);
                create table if not exists effects (key text, worker text);
                create table if not exists deliveries (key text, worker text);
                truncate done, effects, deliveries
                """);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_brokers is not null)
        {
            await Rabbit.DisposeAsync();
            await Postgres.DisposeAsync();
            await _brokers.DisposeAsync();
        }
    }

    internal async Task<long> SqlAsync(string sql)
    {
        await using var command = Postgres.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token) is long number ? number : 0;
    }

    /// <summary>A channel with confirms, and a fresh quorum queue.</summary>
    internal async Task<IChannel> QueueAsync(string queue)
    {
        MustBeThere();
        var channel = await Rabbit.CreateChannelAsync(new CreateChannelOptions(true, true), Token);
        await channel.QueueDeleteAsync(queue, cancellationToken: Token);
        await channel.QueueDeclareAsync(
            queue, true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Token);
        await SqlAsync("truncate done, effects, deliveries");
        return channel;
    }

    internal static ValueTask PublishAsync(IChannel channel, string queue, string key) =>
        channel.BasicPublishAsync("", queue, true, new BasicProperties { MessageId = key, Persistent = true }, default, Token);

    internal async Task UntilEffectsAsync(long count)
    {
        while (await SqlAsync("select count(*) from effects") < count)
        {
            await Task.Delay(50, Token);
        }
    }
}
