using System.Diagnostics;
using System.Runtime.Versioning;
using Npgsql;

namespace Worker.Engines;

/// <summary>A PostgreSQL of our own: loopback, a free port, a fresh cluster in our folder.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PostgresServer(OwnFolder own) : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly int _port = Engine.FreePort();
    private Engine? _engine;

    /// <summary>The connection string.</summary>
    public string Address => $"Host=127.0.0.1;Port={_port};Username=course;Database=postgres";

    public async Task StartAsync()
    {
        var folder = own.For(User);
        var data = Path.Combine(folder, "data");
        await InitialiseAsync(folder, data);
        _engine = Engine.Start(OwnFolder.StartAs(User, folder, Path.Combine(Installed.PostgresFolder!, "postgres"),
            "-D", data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        await _engine.WaitUntilAsync("PostgreSQL", AnswersAsync);
    }

    /// <summary>SIGINT is PostgreSQL's fast shutdown: it waits for no client.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_engine is { } engine)
        {
            await engine.StopAsync(Signal.Interrupt);
            engine.Dispose();
        }
    }

    private static async Task InitialiseAsync(string folder, string data)
    {
        using var initdb = Process.Start(OwnFolder.StartAs(User, folder, Path.Combine(Installed.PostgresFolder!, "initdb"),
            "-D", data, "-A", "trust", "-U", "course", "--no-locale", "-E", "UTF8", "--no-sync"))!;
        initdb.StandardInput.Close();
        var words = initdb.StandardError.ReadToEndAsync();
        await initdb.StandardOutput.ReadToEndAsync();
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL made no cluster: {(await words).Trim()}");
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Address + ";Pooling=false;Timeout=5");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // not yet
        }
    }
}
