using Npgsql;
using RabbitMQ.Client;

namespace Worker.Engines;

/// <summary>Where RabbitMQ and PostgreSQL are.</summary>
/// <param name="Rabbit">For example <c>amqp://guest:guest@127.0.0.1:5672</c>.</param>
/// <param name="Postgres">For example <c>Host=127.0.0.1;Username=course;Database=postgres</c>.</param>
public sealed record BrokerAddresses(Uri Rabbit, string Postgres)
{
    /// <summary>The environment variable with RabbitMQ's address.</summary>
    public const string RabbitVariable = "COURSE_RABBITMQ";

    /// <summary>The environment variable with PostgreSQL's connection string.</summary>
    public const string PostgresVariable = "COURSE_POSTGRES";

    private static readonly TimeSpan RecoveryPause = TimeSpan.FromSeconds(0.2);

    /// <summary>Opens a connection to RabbitMQ that comes back when it is cut.</summary>
    /// <param name="name">What the broker calls it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<IConnection> OpenRabbitAsync(string name, CancellationToken cancellationToken = default) =>
        new ConnectionFactory
        {
            Uri = Rabbit,
            ClientProvidedName = name,
            NetworkRecoveryInterval = RecoveryPause, // five seconds otherwise: long, in a demo
        }.CreateConnectionAsync(cancellationToken);

    /// <summary>A source of connections to PostgreSQL.</summary>
    public NpgsqlDataSource OpenPostgres() => NpgsqlDataSource.Create(Postgres);

    internal static BrokerAddresses FromEnvironment() => IfGiven()
        ?? throw new UsageException($"Set {RabbitVariable} (amqp://…) and {PostgresVariable} (Host=…) to the brokers' addresses.");

    internal static BrokerAddresses? IfGiven() =>
        Environment.GetEnvironmentVariable(RabbitVariable) is { Length: > 0 } rabbit
        && Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } postgres
            ? Uri.TryCreate(rabbit, UriKind.Absolute, out var address) ? new BrokerAddresses(address, postgres)
            : throw new UsageException($"{RabbitVariable} is no address: '{rabbit}'. It looks like amqp://user:password@host:5672.")
            : null;
}
