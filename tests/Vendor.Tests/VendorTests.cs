using System.Net;
using AsyncAtScale.Vendors;

namespace Vendor.Tests;

/// <summary>The vendor as a client sees it, over real sockets. Real time: limits are generous, so that a busy machine passes.</summary>
public sealed class VendorTests(RunningVendor vendor) : IClassFixture<RunningVendor>
{
    [Fact]
    public async Task Prices_OfAPage_AreThoseOfItsProducts()
    {
        var region = await vendor.Region(new VendorLimits { Batch = 3 });
        var page = await vendor.Prices(region, "17-19");
        Assert.Equal(3, page.Length);
        Assert.Equal([page[1]], await vendor.Prices(region, "18"));
        Assert.Equal(4, (await vendor.Process.StatisticsAsync(region)).Products);
    }

    [Theory]
    [InlineData("1-4")]
    [InlineData("0")]
    [InlineData("3-2")]
    [InlineData("many")]
    public async Task Prices_MoreThanABatchOrNonsense_IsABadRequest(string products)
    {
        var region = await vendor.Region(new VendorLimits { Batch = 3 });
        Assert.Equal(HttpStatusCode.BadRequest, (await vendor.Ask(region, products)).StatusCode);
    }

    [Fact]
    public async Task Prices_MoreAtATimeThanTheLimit_AreRefusedWithRetryAfter()
    {
        var region = await vendor.Region(new VendorLimits { InFlight = 3, Hangs = 1, RetryAfter = 2 });
        using var patience = new CancellationTokenSource();
        var inside = Enumerable.Range(1, 3).Select(product => vendor.AskUntil(region, $"{product}", patience.Token)).ToArray();
        await Until(region, seen => seen.PeakInFlight == 3);

        var refused = await vendor.Ask(region, "4");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter?.Delta);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(inside));
        await Until(region, seen => seen.With(499) == 3);
        Assert.Equal(3, (await vendor.Process.StatisticsAsync(region)).PeakInFlight);
    }

    [Fact]
    public async Task Prices_MoreInAWindowThanTheRate_AreRefusedUntilItHasPassed()
    {
        var region = await vendor.Region(new VendorLimits { Rate = 2, Window = 60 });
        Assert.Equal(HttpStatusCode.OK, (await vendor.Ask(region, "1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await vendor.Ask(region, "2")).StatusCode);
        var refused = await vendor.Ask(region, "3");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 30, 60);
    }

    [Fact]
    public async Task Faults_WithTheSameSeed_AreTheSameInAnyOrder()
    {
        var limits = new VendorLimits { Faults = 0.3, Latency = 0, Seed = 7 };
        var first = await Failed(limits, Enumerable.Range(1, 60));
        Assert.InRange(first.Count, 5, 35);
        Assert.Equal(first, await Failed(limits, Enumerable.Range(1, 60).Reverse()));
        Assert.NotEqual(first, await Failed(limits with { Seed = 8 }, Enumerable.Range(1, 60)));
    }

    [Fact]
    public async Task Prices_HaveTheLatencyOfTheLimits()
    {
        var region = await vendor.Region(new VendorLimits { Latency = 0.3 });
        var start = TimeProvider.System.GetTimestamp();
        await vendor.Ask(region, "1");
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0.29, 30);
    }

    [Fact]
    public async Task Prices_WithoutTheSessionThatIsAskedFor_AreRefused()
    {
        var region = await vendor.Region(new VendorLimits { Session = 0.01 });
        Assert.Equal(HttpStatusCode.Unauthorized, (await vendor.Ask(region, "1")).StatusCode);

        using var client = new HttpClient();
        using var opened = await client.PostAsync(new Uri(vendor.Process.Address, $"{region}/session"), null, RunningVendor.Token);
        client.DefaultRequestHeaders.Authorization = new("Bearer", await opened.Content.ReadAsStringAsync(RunningVendor.Token));
        using var served = await client.GetAsync(vendor.AddressOf(region, "1"), RunningVendor.Token);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task Statistics_CountConnectionsAndForgetAtAReset()
    {
        var limits = new VendorLimits { Latency = 0.05 };
        var region = await vendor.Region(limits);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 });
        await Task.WhenAll(Enumerable.Range(1, 8).Select(product => client.GetAsync(vendor.AddressOf(region, $"{product}"), RunningVendor.Token)));
        var seen = await vendor.Process.StatisticsAsync(region);
        Assert.Equal((8, 2, 2), (seen.With(200), seen.Connections, seen.PeakConnections));
        Assert.Equal(seen.PeakInFlight, seen.InFlight.Max());

        await vendor.Process.ResetAsync(limits with { Region = region });
        Assert.Equal(0, (await vendor.Process.StatisticsAsync(region)).Requests);
    }

    private async Task<List<int>> Failed(VendorLimits limits, IEnumerable<int> products)
    {
        var region = await vendor.Region(limits);
        var failed = new List<int>();
        foreach (var product in products)
        {
            if ((await vendor.Ask(region, $"{product}")).StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                failed.Add(product);
            }
        }

        return [.. failed.Order()];
    }

    private async Task Until(string region, Func<VendorStatistics, bool> condition)
    {
        while (!condition(await vendor.Process.StatisticsAsync(region)))
        {
            await Task.Delay(10, RunningVendor.Token);
        }
    }
}
