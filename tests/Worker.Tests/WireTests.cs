using System.Net;
using System.Net.Sockets;
using Worker.Fleets;

namespace Worker.Tests;

/// <summary>A wire can be cut again and again, and nothing of its connections stays behind.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Cut_WhileDataFlows_LeavesNoUnobservedException()
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs failure)
        {
            if (failure.Exception.ToString().Contains(nameof(Stream.CopyToAsync), StringComparison.Ordinal)) // a client of another test may have its own
            {
                unobserved.Add(failure.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            for (var cut = 0; cut < 5; cut++)
            {
                await CutAsync();
            }

            for (var round = 0; round < 5; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Delay(20, RunningBrokers.Token);
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
    }

    private static async Task CutAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var wire = new Wire(new Uri($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        using var near = new TcpClient();
        await near.ConnectAsync(wire.Address.Host, wire.Address.Port, RunningBrokers.Token);
        using var far = await listener.AcceptTcpClientAsync(RunningBrokers.Token);
        await near.GetStream().WriteAsync(new byte[] { 1 }, RunningBrokers.Token);
        Assert.Equal(1, await far.GetStream().ReadAsync(new byte[1], RunningBrokers.Token));

        wire.Cut();

        await Assert.ThrowsAnyAsync<IOException>(async () => await far.GetStream().ReadExactlyAsync(new byte[1], RunningBrokers.Token));
    }
}
