using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Worker.Tools;

/// <summary>
/// Works only while it holds one of the fleet's permits. A permit is a message: who has received it and not given it back holds
/// it, and the broker gives it to the next when the holder's connection ends.
/// </summary>
internal sealed class Permitted : ITool
{
    public async Task RunAsync(Station station, Options options)
    {
        var (jobs, work) = (options.Number("jobs", 2), options.Seconds("work", 0.3));
        var log = station.Log;
        await using var channel = await station.Rabbit.CreateChannelAsync();
        log.Mark("ready");
        for (var job = 1; job <= jobs; job++)
        {
            var waiting = log.Wait("permit");
            // <shown>
            var permit = new TaskCompletionSource<ulong>(
                TaskCreationOptions.RunContinuationsAsynchronously);
            await channel.BasicQosAsync(0, prefetchCount: 1, global: false);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) =>
            {
                permit.TrySetResult(delivery.DeliveryTag);
                return Task.CompletedTask;
            };
            var tag = await channel.BasicConsumeAsync(
                options.Subject, autoAck: false, consumer);
            var held = await permit.Task.WaitAsync(station.Stop);
            // </shown>
            waiting.Dispose();
            using (log.Work($"job {job}"))
            {
                await Task.Delay(work, station.Stop);
            }

            // <shown>
            await channel.BasicCancelAsync(tag);
            await channel.BasicNackAsync(held, false, requeue: true);
            // </shown>
        }
    }
}
