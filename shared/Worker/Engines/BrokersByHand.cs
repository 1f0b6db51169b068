namespace Worker.Engines;

/// <summary>Brokers for whoever wants to try things in a terminal: started once, and there until the input ends (Ctrl+D).</summary>
internal static class BrokersByHand
{
    public static async Task<int> RunAsync()
    {
        try
        {
            await using var brokers = await Brokers.StartAsync(typeof(BrokersByHand).Assembly.Location);
            Console.WriteLine($"export {BrokerAddresses.RabbitVariable}=\"{brokers.Addresses.Rabbit}\"");
            Console.WriteLine($"export {BrokerAddresses.PostgresVariable}=\"{brokers.Addresses.Postgres}\"");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (Exception problem) when (problem is BrokersMissingException or InvalidOperationException or UsageException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
