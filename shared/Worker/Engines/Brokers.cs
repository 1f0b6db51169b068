using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;

namespace Worker.Engines;

/// <summary>
/// RabbitMQ and PostgreSQL for a notebook: those that the environment names, or else our own, started for this run and gone
/// after it, also when the notebook's process is killed.
/// </summary>
public sealed class Brokers : IAsyncDisposable
{
    private const string HowToGetThem = """
        This notebook needs RabbitMQ and PostgreSQL; MISSING not installed here. On Debian or Ubuntu:
          apt-get install rabbitmq-server postgresql
        Or, with Docker:
          docker run -d -p 127.0.0.1:5672:5672 rabbitmq:4
          docker run -d -p 127.0.0.1:5433:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17
        and, before you start the notebook's kernel:
          export COURSE_RABBITMQ="amqp://guest:guest@127.0.0.1:5672"
          export COURSE_POSTGRES="Host=127.0.0.1;Port=5433;Username=postgres"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static Brokers? _current;

    private readonly Process? _keeper;

    private Brokers(string program, BrokerAddresses addresses, Process? keeper) =>
        (Program, Addresses, _keeper) = (program, addresses, keeper);

    /// <summary>Where Worker.dll lies.</summary>
    public string Program { get; }

    /// <summary>Where they are.</summary>
    public BrokerAddresses Addresses { get; }

    /// <summary>Whether we have started them, and so may restart them.</summary>
    public bool AreOurs => _keeper is not null;

    /// <summary>Whether there are any: named by the environment, or installed and not refused by <c>COURSE_BROKERS=none</c>.</summary>
    public static bool AreThere => BrokerAddresses.IfGiven() is not null || (!OperatingSystem.IsWindows() && Installed.Missing is null);

    /// <summary>Starts them; those that this process started before are ended.</summary>
    /// <param name="program">Where Worker.dll lies; a build of the course puts it there.</param>
    /// <exception cref="BrokersMissingException">There are none; the message says how to get them.</exception>
    /// <exception cref="InvalidOperationException">One of them did not start; with its last words.</exception>
    public static async Task<Brokers> StartAsync(string program)
    {
        if (Interlocked.Exchange(ref _current, null) is { } last)
        {
            await last.DisposeAsync();
        }

        if (BrokerAddresses.IfGiven() is { } given)
        {
            return _current = new Brokers(program, given, null);
        }

        if (!AreThere)
        {
            throw new BrokersMissingException(HowToGetThem.Replace("MISSING", Installed.Missing ?? "they are", StringComparison.Ordinal));
        }

        var keeper = StartKeeper(program);
        var said = await keeper.StandardOutput.ReadLineAsync();
        if (said?.Split(' ', 3) is [Keeper.Ready, var rabbit, var postgres])
        {
            return _current = new Brokers(program, new BrokerAddresses(new Uri(rabbit), postgres), keeper);
        }

        keeper.Dispose();
        throw new InvalidOperationException($"The brokers did not start: {Why(said)} Run the cell once more; if that does not help, restart the kernel.");
    }

    /// <summary>Opens a connection to RabbitMQ.</summary>
    public Task<IConnection> OpenRabbitAsync() => Addresses.OpenRabbitAsync("notebook");

    /// <summary>A source of connections to PostgreSQL.</summary>
    public NpgsqlDataSource OpenPostgres() => Addresses.OpenPostgres();

    /// <summary>Ends RabbitMQ and starts it again on its data; all its connections are cut meanwhile.</summary>
    /// <exception cref="InvalidOperationException">The brokers are not ours to restart.</exception>
    public async Task RestartRabbitAsync()
    {
        var keeper = _keeper ?? throw new InvalidOperationException("These brokers are not ours: restart RabbitMQ yourself.");
        await keeper.StandardInput.WriteLineAsync(Keeper.Restart);
        await keeper.StandardInput.FlushAsync();
        if (await keeper.StandardOutput.ReadLineAsync() != Keeper.Ready)
        {
            throw new InvalidOperationException("RabbitMQ did not come back.");
        }
    }

    /// <summary>Ends our own brokers, and waits until they and their folder are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Interlocked.CompareExchange(ref _current, null, this);
        if (_keeper is not null)
        {
            _keeper.StandardInput.Close();
            await _keeper.StandardOutput.ReadToEndAsync().WaitAsync(Patience); // its end: it is no child of ours to wait for
            _keeper.Dispose();
        }
    }

    /// <summary>Its last words, as a sentence.</summary>
    private static string Why(string? said) => said?.Split(' ', 2) is [Keeper.Problem, var why]
        ? why.TrimEnd('.', ' ') + "."
        : "who keeps them ended without a word.";

    /// <summary>
    /// By way of a shell that is gone at once: so the keeper is nobody's child here, and in a session of its own where the
    /// system has the command for it.
    /// </summary>
    private static Process StartKeeper(string program)
    {
        if (!File.Exists(program))
        {
            throw new FileNotFoundException($"There is no {program}: build the course once, 'dotnet build' at its root.", program);
        }

        const string Script = """
            exec 3<&0
            if command -v setsid >/dev/null; then setsid dotnet "$0" keep <&3 2>/dev/null & else dotnet "$0" keep <&3 2>/dev/null & fi
            """;
        return Process.Start(new ProcessStartInfo("sh", ["-c", Script, program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }
}
