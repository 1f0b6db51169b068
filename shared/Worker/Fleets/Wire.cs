using System.Net;
using System.Net.Sockets;

namespace Worker.Fleets;

/// <summary>A wire between workers and a broker that can be cut: a relay on a port of this machine.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _target;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _ends = [];
    private readonly Task _accepting;

    /// <summary>A wire to this address.</summary>
    public Wire(Uri target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _target = target;
        _listener.Start();
        Address = new UriBuilder(target) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>Its near end.</summary>
    public Uri Address { get; }

    /// <summary>Cuts every connection that runs over it, at both ends. A new one may be opened at once.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            foreach (var end in _ends)
            {
                end.Client?.Close(timeout: 0); // a reset, not a polite goodbye
            }

            _ends.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The wire is taken down.
        }
    }

    /// <summary>What is cut already fails in its task: the other direction is awaited all the same.</summary>
    private static async Task CopyAsync(TcpClient from, TcpClient to) => await from.GetStream().CopyToAsync(to.GetStream());

    private void Forget(TcpClient near, TcpClient far)
    {
        lock (_lock)
        {
            _ends.Remove(near);
            _ends.Remove(far);
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        var far = new TcpClient();
        lock (_lock)
        {
            _ends.AddRange([near, far]);
        }

        Task[] copies = [];
        try
        {
            await far.ConnectAsync(_target.Host, _target.Port);
            copies = [CopyAsync(near, far), CopyAsync(far, near)];
            await Task.WhenAny(copies);
        }
        catch (Exception end) when (end is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or nobody is there.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
            await Task.WhenAll(copies).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a cut ends both with an error
            Forget(near, far);
        }
    }
}
