using System.Collections.Concurrent;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Worker.Tools;

/// <summary>Answers requests, and drops one when it is told that the answer is no longer wanted.</summary>
internal sealed class Answering : ITool
{
    /// <summary>The exchange on which everybody hears which request is over.</summary>
    public const string CallOff = "course.call-off";

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    public async Task RunAsync(Station station, Options options)
    {
        var work = options.Seconds("work", 0.1);
        await using var channel = await station.Rabbit.CreateChannelAsync(
            new CreateChannelOptions(false, false, consumerDispatchConcurrency: 8));
        await ListenForCallOffsAsync(channel);

        // <shown>
        var requests = new AsyncEventingBasicConsumer(channel);
        requests.ReceivedAsync += async (_, request) =>
        {
            var id = request.BasicProperties.CorrelationId!;
            var enough = _running.GetOrAdd(id, _ => new());
            if (await WorkAsync(station, work, enough.Token))
            {
                await AnswerAsync(channel, station.Name, request);
            }

            await channel.BasicAckAsync(request.DeliveryTag, false);
            _running.TryRemove(id, out var _);
        };
        // </shown>
        await channel.BasicConsumeAsync(options.Subject, autoAck: false, requests);
        station.Log.Mark("ready");
        await Task.Delay(Timeout.Infinite, station.Stop);
    }

    private static async Task<bool> WorkAsync(Station station, TimeSpan work, CancellationToken enough)
    {
        using var span = station.Log.Work("answer");
        try
        {
            await Task.Delay(work, enough);
            return true;
        }
        catch (OperationCanceledException)
        {
            span.CallOff();
            station.Log.Mark("told to stop");
            return false;
        }
    }

    private static async Task AnswerAsync(IChannel channel, string name, BasicDeliverEventArgs request)
    {
        var properties = new BasicProperties { CorrelationId = request.BasicProperties.CorrelationId };
        await channel.BasicPublishAsync("", request.BasicProperties.ReplyTo!, false, properties, Encoding.UTF8.GetBytes(name));
    }

    private async Task ListenForCallOffsAsync(IChannel channel)
    {
        // <shown>
        var mine = await channel.QueueDeclareAsync();  // private, short-lived
        await channel.QueueBindAsync(mine.QueueName, CallOff, "");
        var callOffs = new AsyncEventingBasicConsumer(channel);
        callOffs.ReceivedAsync += (_, message) =>
        {
            var id = message.BasicProperties.CorrelationId!;
            return _running.TryGetValue(id, out var request)
                ? request.CancelAsync() : Task.CompletedTask;
        };
        // </shown>
        await channel.BasicConsumeAsync(mine.QueueName, autoAck: true, callOffs);
    }
}
