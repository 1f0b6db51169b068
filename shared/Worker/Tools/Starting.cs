using Npgsql;

namespace Worker.Tools;

/// <summary>Does not begin before a signal. The signal is latched: a row says that it was given, a notification that it is given now.</summary>
internal sealed class Starting : ITool
{
    public async Task RunAsync(Station station, Options options)
    {
        var log = station.Log;
        log.Mark("ready");
        using (log.Wait("event"))
        {
            await WaitAsync(station, options.Subject);
        }

        using (log.Work("work"))
        {
            await Task.Delay(options.Seconds("work", 0.2), station.Stop);
        }
    }

    private static async Task WaitAsync(Station station, string name)
    {
        // <shown>
        await using var line = await station.Postgres.OpenConnectionAsync();
        await ExecuteAsync(line, $"listen \"{name}\"");    // first listen,
        while (!await IsSetAsync(line, name))              // then look
        {
            station.Log.Mark("listening");
            await line.WaitAsync(station.Stop);            // then wait
        }
        // </shown>
    }

    private static async Task<bool> IsSetAsync(NpgsqlConnection line, string name)
    {
        await using var look = new NpgsqlCommand("select count(*) from signals where name = $1", line) { Parameters = { new() { Value = name } } };
        return (long)(await look.ExecuteScalarAsync())! > 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection line, string sql)
    {
        await using var command = new NpgsqlCommand(sql, line);
        await command.ExecuteNonQueryAsync();
    }
}
