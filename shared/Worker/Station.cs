using Npgsql;
using RabbitMQ.Client;
using Worker.Engines;
using Worker.Logs;

namespace Worker;

/// <summary>What one worker process does, once it is connected.</summary>
internal interface ITool
{
    /// <summary>Works until it is done or told to stop.</summary>
    Task RunAsync(Station station, Options options);
}

/// <summary>
/// A worker process: its connections, its log, and the pipe to the one who started it. It ends with its task, or when that
/// pipe closes: so it never outlives its parent, even one that was killed.
/// </summary>
internal sealed class Station(IConnection rabbit, NpgsqlDataSource postgres, WorkerLog log, string name, CancellationToken stop)
{
    /// <summary>The connection to RabbitMQ; it comes back by itself when it is cut.</summary>
    public IConnection Rabbit { get; } = rabbit;

    /// <summary>Connections to PostgreSQL.</summary>
    public NpgsqlDataSource Postgres { get; } = postgres;

    /// <summary>Writes what this worker does, on its own clock.</summary>
    public WorkerLog Log { get; } = log;

    /// <summary>What the fleet calls this worker.</summary>
    public string Name { get; } = name;

    /// <summary>Cancelled when the worker shall end.</summary>
    public CancellationToken Stop { get; } = stop;

    public static async Task<int> RunAsync<T>(string[] arguments)
        where T : ITool, new()
    {
        var log = new WorkerLog(Console.Out);
        using var stop = new CancellationTokenSource();
        var options = new Options(arguments);
        var orders = Task.Run(() => ListenAsync(log, stop), CancellationToken.None);
        var name = options.Text("name", $"worker-{Environment.ProcessId}");
        try
        {
            var brokers = BrokerAddresses.FromEnvironment();
            await using var postgres = brokers.OpenPostgres();
            await using var rabbit = await brokers.OpenRabbitAsync(name, stop.Token);
            await using (await postgres.OpenConnectionAsync(stop.Token))
            {
                // Once, before the work begins: a first connection takes its time.
            }

            await new T().RunAsync(new Station(rabbit, postgres, log, name, stop.Token), options);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop: what is not acknowledged goes to somebody else.
        }
        catch (Exception problem) when (problem is UsageException or NpgsqlException or RabbitMQ.Client.Exceptions.RabbitMQClientException)
        {
            await Console.Error.WriteLineAsync($"{name}: {problem.Message}");
            return 1;
        }

        return 0;
    }

    /// <summary>"clock" asks for the time; the end of the pipe says stop.</summary>
    private static async Task ListenAsync(WorkerLog log, CancellationTokenSource stop)
    {
        while (await Console.In.ReadLineAsync() is { } order)
        {
            if (order == "clock")
            {
                log.TellTime();
            }
        }

        await stop.CancelAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        Environment.Exit(0); // whatever hangs must not keep it
    }
}
