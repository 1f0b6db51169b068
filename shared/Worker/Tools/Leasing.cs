using Npgsql;

namespace Worker.Tools;

/// <summary>
/// Writes under a lease that lasts for a while: whoever stands still for longer is no longer its holder, and may not know it.
/// With a fence the database refuses such a writer by the number of its lease.
/// </summary>
internal sealed class Leasing : ITool
{
    // <shown>
    private const string Acquire = """
        insert into leases (name, holder, token, until)
            values ($1, $2, 1, now() + $3)
        on conflict (name) do update
            set holder = $2, token = leases.token + 1,
                until = now() + $3
            where leases.until < now()
        returning token
        """;

    private const string Write = """
        update documents set text = $1 where name = $2
        """;

    private const string WriteFenced = """
        update documents set text = $1, token = $3
            where name = $2 and token <= $3
        """;
    // </shown>

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.05);

    public async Task RunAsync(Station station, Options options)
    {
        var (ttl, work) = (options.Seconds("ttl", 0.5), options.Seconds("work", 0.2));
        var log = station.Log;
        log.Mark("ready");
        int token;
        using (log.Wait("lease"))
        {
            token = await AcquireAsync(station, options.Subject, ttl);
        }

        log.Mark("leased", $"{token}");
        using var span = log.Work($"token {token}");
        await Task.Delay(work, station.Stop);
        if (await WriteAsync(station, options.Subject, options.Has("fenced") ? token : null))
        {
            log.Mark("written", $"{token}");
        }
        else
        {
            log.Mark("refused", $"{token}");
            span.Fail();
        }
    }

    private static async Task<bool> WriteAsync(Station station, string name, int? token)
    {
        await using var write = station.Postgres.CreateCommand(token is null ? Write : WriteFenced);
        Fill(write, token is null ? [station.Name, name] : [station.Name, name, token]);
        return await write.ExecuteNonQueryAsync() == 1;
    }

    private static async Task<int> AcquireAsync(Station station, string name, TimeSpan ttl)
    {
        while (true)
        {
            await using var acquire = station.Postgres.CreateCommand(Acquire);
            Fill(acquire, name, station.Name, ttl);
            if (await acquire.ExecuteScalarAsync(station.Stop) is int token)
            {
                return token;
            }

            await Task.Delay(Moment, station.Stop);
        }
    }

    private static void Fill(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
    }
}
