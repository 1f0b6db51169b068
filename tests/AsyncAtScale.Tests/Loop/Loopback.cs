using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AsyncAtScale.Tests.Loop;

/// <summary>Real I/O: a word to a socket of this machine and back.</summary>
internal static class Loopback
{
    public static async Task<string> Echo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        var accepting = listener.AcceptTcpClientAsync();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var server = await accepting;
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes("hello"));
        var buffer = new byte[5];
        await server.GetStream().ReadExactlyAsync(buffer);
        return Encoding.UTF8.GetString(buffer);
    }
}
