using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace Worker.Engines;

/// <summary>
/// A RabbitMQ of our own: loopback, free ports, its data in our folder. It brings its own Erlang port mapper, since the one that
/// it would start by itself outlives it. The node's name stays, so that a restart finds its quorum queues again.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RabbitServer(OwnFolder own) : IAsyncDisposable
{
    private const string User = "rabbitmq";

    private readonly string _folder = own.For(User);
    private readonly int _port = Engine.FreePort();
    private readonly int _distributionPort = Engine.FreePort();
    private readonly int _mapperPort = Engine.FreePort();
    private Engine? _mapper;
    private Engine? _engine;

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}");

    private string PidFile => Path.Combine(_folder, "pid");

    public async Task StartAsync()
    {
        _mapper = Engine.Start(OwnFolder.StartAs(User, _folder, "epmd", "-address", "127.0.0.1", "-port", $"{_mapperPort}"));
        await LaunchAsync();
    }

    /// <summary>Ends the broker, as the system would at a shutdown, and starts it again on its data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_mapper is { } mapper)
        {
            await mapper.StopAsync(Signal.Terminate);
            mapper.Dispose();
        }
    }

    private async Task LaunchAsync()
    {
        var start = OwnFolder.StartAs(User, _folder, Installed.RabbitServer!);
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        _engine = Engine.Start(start);
        await _engine.WaitUntilAsync("RabbitMQ", AnswersAsync);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["RABBITMQ_NODENAME"] = "course@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{_port}",
        ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
        ["ERL_EPMD_PORT"] = $"{_mapperPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(_folder, "schema"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(_folder, "generated"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "none"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(_folder, "none.config"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_folder, "none.env"),
        ["RABBITMQ_PID_FILE"] = PidFile,
        // A guest on a small machine: two schedulers that sleep when there is nothing to do, and no door to the network.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
    };

    /// <summary>The script that was started is only the nurse: the broker's own process is in the file of its number.</summary>
    private async Task StopAsync()
    {
        if (_engine is { } engine)
        {
            _engine = null;
            int? broker = File.Exists(PidFile)
                && int.TryParse(await File.ReadAllTextAsync(PidFile), CultureInfo.InvariantCulture, out var number) ? number : null;
            await engine.StopAsync(Signal.Terminate, broker);
            engine.Dispose();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false; // not yet
        }
    }
}
