using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Worker.Tools;

/// <summary>
/// Takes items from a queue and gives each its effect, once, however often it is delivered: the effect and the proof that it
/// happened are one statement, so one transaction. Notebook 16 shows this code.
/// </summary>
internal sealed class Consuming : ITool
{
    public async Task RunAsync(Station station, Options options)
    {
        var prefetch = (ushort)options.Number("prefetch", 1);
        var (work, pause) = (options.Seconds("work", 0.05), options.Seconds("before-ack", 0));
        var log = station.Log;
        // <shown>
        await using var channel = await station.Rabbit.CreateChannelAsync(
            new CreateChannelOptions(
                false, false, consumerDispatchConcurrency: prefetch));
        await channel.BasicQosAsync(0, prefetch, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var key = delivery.BasicProperties.MessageId!;
            using var span = log.Work(Label(key, delivery.Redelivered));
            await Task.Delay(work);                   // the work itself
            await ApplyOnceAsync(station, key);       // its effect
            log.Mark("applied", key);
            await Task.Delay(pause);                  // room for trouble
            await channel.BasicAckAsync(delivery.DeliveryTag, false);
        };
        await channel.BasicConsumeAsync(
            options.Subject, autoAck: false, consumer);
        // </shown>
        log.Mark("ready");
        await Task.Delay(Timeout.Infinite, station.Stop);
    }

    private static string Label(string key, bool isAgain) => isAgain ? $"{key} again" : key;

    /// <summary>The other table stands for what happens without a key: each delivery leaves a row.</summary>
    private static async Task ApplyOnceAsync(Station station, string key)
    {
        // <shown>
        const string Sql = """
            with mine as (
                insert into done (key) values ($1)
                on conflict do nothing returning key)
            insert into effects (key, worker)
                select key, $2 from mine
            """;
        // </shown>
        await using var batch = station.Postgres.CreateBatch();
        foreach (var sql in (string[])[Sql, "insert into deliveries (key, worker) values ($1, $2)"])
        {
            batch.BatchCommands.Add(new(sql) { Parameters = { new() { Value = key }, new() { Value = station.Name } } });
        }

        await batch.ExecuteNonQueryAsync();
    }
}
