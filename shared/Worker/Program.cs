using Worker;
using Worker.Engines;
using Worker.Tools;

return args switch
{
    ["keep"] when !OperatingSystem.IsWindows() => await Keeper.RunAsync(),
    ["have"] => Brokers.AreThere ? 0 : 1,
    ["brokers"] => await BrokersByHand.RunAsync(),
    ["consume", .. var options] => await Station.RunAsync<Consuming>(options),
    ["permit", .. var options] => await Station.RunAsync<Permitted>(options),
    ["lease", .. var options] => await Station.RunAsync<Leasing>(options),
    ["answer", .. var options] => await Station.RunAsync<Answering>(options),
    ["start", .. var options] => await Station.RunAsync<Starting>(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Worker brokers                       RabbitMQ and PostgreSQL on free ports of this machine, until its input ends
        Worker have                          ends with code 0 if both are installed here, or named by the environment
        Worker consume QUEUE [--prefetch N] [--work SECONDS] [--before-ack SECONDS]
                                             takes items, and gives each its effect once
        Worker permit QUEUE [--jobs N] [--work SECONDS]
                                             works only while it holds one of the fleet's permits
        Worker lease NAME [--ttl SECONDS] [--work SECONDS] [--fenced]
                                             writes under a lease that may have run out
        Worker answer QUEUE [--work SECONDS] answers requests, and stops when it is told to
        Worker start NAME [--work SECONDS]   waits for a signal that stays
        The others find their brokers in COURSE_RABBITMQ and COURSE_POSTGRES, and end when their standard input does.
        """);
    return 2;
}
