using System.Collections.Concurrent;
using System.Globalization;

namespace Vendor;

/// <summary>What can be asked of the vendor: prices and sessions, as a customer; limits and statistics, as its owner.</summary>
internal sealed class Endpoints
{
    private readonly ConcurrentDictionary<string, Region> _regions = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{region}/prices/{asked}", Prices);
        routes.MapPost("/{region}/session", async (string region, HttpContext context) =>
            Results.Text(await Of(region).OpenSession(context.RequestAborted)));
        routes.MapGet("/{region}/limits", (string region) => Of(region).Limits);
        routes.MapPut("/{region}/limits", (string region, Limits limits) =>
        {
            _regions[region] = new Region(limits);
            return Results.NoContent();
        });
        routes.MapGet("/{region}/statistics", (string region) => Of(region).Log.ToStatistics());
    }

    private Region Of(string name) => _regions.GetOrAdd(name, _ => new Region(new Limits()));

    private async Task Prices(string region, string asked, HttpContext context)
    {
        var place = Of(region);
        context.Features.Get<Connection>()?.CountIn(place.Log);
        place.Log.Came();
        var (status, products) = await Answer(place, asked, context);
        context.Response.StatusCode = status;
        place.Log.Answered(status, products.Length);
        if (status == StatusCodes.Status200OK)
        {
            await context.Response.WriteAsJsonAsync(products);
        }
    }

    private static async Task<(int Status, decimal[] Products)> Answer(Region region, string asked, HttpContext context)
    {
        if (!Pages.TryParse(asked, out var pages) || pages.Count > region.Limits.Batch)
        {
            return (StatusCodes.Status400BadRequest, []);
        }

        if (!region.Knows(Token(context)))
        {
            return (StatusCodes.Status401Unauthorized, []);
        }

        if (!region.TryEnter(out var retryAfter))
        {
            context.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
            return (StatusCodes.Status429TooManyRequests, []);
        }

        try
        {
            var status = await region.Work(asked, context.RequestAborted);
            return (status, status == StatusCodes.Status200OK ? pages.Prices : []);
        }
        catch (OperationCanceledException)
        {
            return (StatusCodes.Status499ClientClosedRequest, []);
        }
        finally
        {
            region.Leave();
        }
    }

    private static string? Token(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer ".Length..]
            : null;
}
