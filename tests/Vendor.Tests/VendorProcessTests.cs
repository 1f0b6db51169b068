using System.Diagnostics;
using System.Net;
using AsyncAtScale.Primitives;
using AsyncAtScale.Vendors;
using static AsyncAtScale.Demos.Demo;

namespace Vendor.Tests;

/// <summary>Start, end and runs of the vendor's process. One at a time: a host has one vendor.</summary>
public sealed class VendorProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Process_EndsWithItsParentsPipe_EvenWhileACallHangs()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RunningVendor.Program, "serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var address = new Uri((await process.StandardOutput.ReadLineAsync(RunningVendor.Token))!);
        Assert.Equal(IPAddress.Loopback.ToString(), address.Host);
        using var client = new HttpClient { BaseAddress = address };
        var hanging = client.GetAsync(new Uri("us-east/prices/1", UriKind.Relative), RunningVendor.Token);

        process.StandardInput.Close(); // what the system does when a process ends, whatever ends it
        await process.WaitForExitAsync(RunningVendor.Token).WaitAsync(Patience, RunningVendor.Token);
        Assert.Equal(0, process.ExitCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task Process_WithALifetime_EndsByItself()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RunningVendor.Program, "serve", "--lifetime", "0.2"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.WaitForExitAsync(RunningVendor.Token).WaitAsync(Patience, RunningVendor.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task StartAsync_ASecondTime_EndsTheFirst()
    {
        await using var first = await VendorProcess.StartAsync(RunningVendor.Program);
        await using var second = await VendorProcess.StartAsync(RunningVendor.Program);
        Assert.Equal((false, true), (first.IsRunning, second.IsRunning));
        await second.DisposeAsync();
        Assert.False(second.IsRunning);
    }

    [Fact]
    public async Task StartAsync_NotBuilt_SaysWhatToDo()
    {
        var problem = await Assert.ThrowsAsync<FileNotFoundException>(() => VendorProcess.StartAsync("nowhere/Vendor.dll"));
        Assert.Contains("dotnet build", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ShowsBothSides()
    {
        await using var vendor = await VendorProcess.StartAsync(RunningVendor.Program);
        var gate = new AsyncSemaphore(2);
        var run = await vendor.RunAsync(
            "Four calls, two at a time",
            client => Task.WhenAll(Enumerable.Range(1, 4).Select(n => Lane($"call-{n}", async () =>
            {
                using var permit = await gate.EnterAsync();
                using var answer = await client.GetAsync(new Uri($"us-east/prices/{n}", UriKind.Relative), RunningVendor.Token);
                return (int)answer.StatusCode;
            }))),
            new VendorLimits { InFlight = 2, Latency = 0.1 });

        Assert.Equal([200, 200, 200, 200], run.Result);
        Assert.Equal((4, 0, 2), (run.Vendor.With(200), run.Vendor.With(429), run.Vendor.PeakInFlight));
        Assert.Equal(2, run.Timeline.Counters.Single(counter => counter.Name == "server-in-flight").Peak);
        Assert.Equal(4, run.Timeline.Instants.Count(instant => instant.Name == "answer"));
        Assert.Contains("4 × 200 served", run.ToString(), StringComparison.Ordinal);
        Assert.Contains("<dt>answers</dt>", run.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(["call-1"], run.First(1).Timeline.Spans.Select(span => span.Lane).Where(lane => lane != "main").Distinct());
    }

    [Fact]
    public async Task RunAsync_ClientGivesUp_TheVendorHasNoticed()
    {
        await using var vendor = await VendorProcess.StartAsync(RunningVendor.Program);
        var run = await vendor.RunAsync(
            "A hanging call",
            async client =>
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
                return await client.GetAsync(new Uri("us-east/prices/1", UriKind.Relative), patience.Token);
            },
            new VendorLimits { Hangs = 1 });
        Assert.IsAssignableFrom<OperationCanceledException>(run.Exception);
        Assert.Equal((1, 0), (run.Vendor.With(499), run.Vendor.Unanswered));
    }

    [Fact]
    public async Task StarvedClient_Prepared_GetsAnErrorForEachCallAndEndsWell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no ulimit.");
        await using var vendor = await VendorProcess.StartAsync(RunningVendor.Program);
        await vendor.ResetAsync(new VendorLimits { Latency = 0.5 });
        var client = await StarvedClient.RunAsync(RunningVendor.Program, new Uri(vendor.Address, "us-east/"), 400, 128);
        Assert.Contains("SocketException: Too many open files", client.Output, StringComparison.Ordinal);
        Assert.Contains("status 200", client.Output, StringComparison.Ordinal);
        Assert.Equal(0, client.ExitCode);
    }
}
