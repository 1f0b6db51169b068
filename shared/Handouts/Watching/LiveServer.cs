using System.Net;
using Handouts.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Handouts.Watching;

/// <summary>
/// Serves handouts while they change, to browsers on this machine: it listens on a free port of the loopback address only.
/// Kestrel is there already, for cells that name it; nothing else is needed.
/// </summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private const string Events = "/events/";

    private readonly WebApplication _server;
    private readonly LiveHandouts _handouts;
    private readonly CancellationToken _stop;

    private LiveServer(WebApplication server, LiveHandouts handouts, CancellationToken stop) =>
        (_server, _handouts, _stop) = (server, handouts, stop);

    /// <summary>Where it listens: "http://127.0.0.1:40123/".</summary>
    public Uri Address => new(_server.Urls.Single() + "/");

    /// <summary>Starts to listen.</summary>
    /// <param name="handouts">What it serves.</param>
    /// <param name="stop">Ends the connections on which browsers wait for news.</param>
    public static async Task<LiveServer> StartAsync(LiveHandouts handouts, CancellationToken stop)
    {
        // Empty: whatever this machine says elsewhere about addresses and logs is not meant for this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var live = new LiveServer(builder.Build(), handouts, stop);
        live._server.Run(live.AnswerAsync);
        await live._server.StartAsync(stop);
        return live;
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop);
        context.Response.Headers.CacheControl = "no-store";
        var path = context.Request.Path.Value ?? "/";
        try
        {
            await (IsFromElsewhere(context.Request) ? RefuseAsync(context, StatusCodes.Status403Forbidden, end.Token)
                : path.StartsWith(Events, StringComparison.Ordinal) ? TellAsync(path[Events.Length..], context.Response, end.Token)
                : SendAsync(path == "/" ? HandoutNames.Index(Edition.Student) : path[1..], context, end.Token));
        }
        catch (OperationCanceledException)
        {
            // The browser has left, or the watching has ended.
        }
    }

    /// <summary>A name that somebody else's server gave to this address is none of ours: its pages may not read ours.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Host.Host is not ("127.0.0.1" or "localhost");

    private async Task SendAsync(string file, HttpContext context, CancellationToken end)
    {
        if (await _handouts.PageAsync(file, end) is not { } page)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, end);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page, end);
    }

    /// <summary>Server-sent events: the page's version, now and whenever it changes.</summary>
    private async Task TellAsync(string file, HttpResponse response, CancellationToken end)
    {
        response.ContentType = "text/event-stream";
        await foreach (var version in _handouts.VersionsAsync(file, end))
        {
            await response.WriteAsync($"data: {version}\n\n", end);
            await response.Body.FlushAsync(end);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, CancellationToken end)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("There is no such page here.", end);
    }
}
