using System.Net.Http.Json;
using AsyncAtScale.Vendors;

namespace Vendor.Tests;

/// <summary>One vendor for a class of tests; each test has a region of its own.</summary>
public sealed class RunningVendor : IAsyncLifetime
{
    /// <summary>Of the test that asks.</summary>
    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly HttpClient _client = new();
    private int _regions;

    public static string Program { get; } = Path.Combine(Repository.Root, "shared", "bin", "vendor", "Vendor.dll");

    internal VendorProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Process = await VendorProcess.StartAsync(Program);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Process.DisposeAsync();
    }

    /// <summary>A new region with these limits.</summary>
    internal async Task<string> Region(VendorLimits limits)
    {
        var region = $"region-{Interlocked.Increment(ref _regions)}";
        await Process.ResetAsync(limits with { Region = region });
        return region;
    }

    internal Task<HttpResponseMessage> Ask(string region, string products) => AskUntil(region, products, Token);

    internal Task<HttpResponseMessage> AskUntil(string region, string products, CancellationToken cancellationToken) =>
        _client.GetAsync(AddressOf(region, products), cancellationToken);

    internal async Task<decimal[]> Prices(string region, string products) =>
        (await _client.GetFromJsonAsync<decimal[]>(AddressOf(region, products), Token))!;

    internal Uri AddressOf(string region, string products) => new(Process.Address, $"{region}/prices/{products}");
}
