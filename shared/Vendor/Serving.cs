using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Vendor;

/// <summary>
/// The vendor as a process: it listens on a free port of this machine only, says which on its standard output, and ends when
/// its standard input does. So it never outlives the one who started it, even one that was killed.
/// </summary>
internal static class Serving
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(string[] options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(Counted)));
        await using var vendor = builder.Build();
        new Endpoints().Map(vendor);
        await vendor.StartAsync();
        Console.WriteLine(vendor.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        using var lifetime = new CancellationTokenSource(Lifetime(options));
        await Task.WhenAny(ParentIsGone(), Task.Delay(Timeout.Infinite, lifetime.Token));
        Environment.Exit(0); // at once: who hangs at the vendor must not keep it
        return 0;
    }

    private static TimeSpan Lifetime(string[] options) =>
        options is ["--lifetime", var seconds]
            ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))
            : LongestLife;

    /// <summary>The pipe to the parent closes when the parent ends, whatever ends it.</summary>
    private static Task ParentIsGone() => Task.Run(() =>
    {
        while (Console.Read() >= 0)
        {
            // Nobody is expected to write; whatever comes is skipped.
        }
    });

    private static ConnectionDelegate Counted(ConnectionDelegate next) => async context =>
    {
        var connection = new Connection();
        context.Features.Set(connection);
        try
        {
            await next(context);
        }
        finally
        {
            connection.Close();
        }
    };
}
