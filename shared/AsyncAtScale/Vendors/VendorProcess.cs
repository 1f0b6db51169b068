using System.Diagnostics;
using System.Net.Http.Json;
using AsyncAtScale.Demos;
using AsyncAtScale.Loop;

namespace AsyncAtScale.Vendors;

/// <summary>
/// The vendor as a process of its own on this machine: real sockets, real limits. It ends when it is disposed and when the
/// process that started it ends, for whatever reason; a host has one at a time.
/// </summary>
public sealed class VendorProcess : IAsyncDisposable
{
    private static VendorProcess? _current;

    /// <summary>How long a vendor may take to end by itself, or to learn that its clients are gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly HttpClient _owner;

    private VendorProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _owner = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it listens: a free port of this machine.</summary>
    public Uri Address { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it is still there.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts the vendor; one that this host started before is ended.</summary>
    /// <param name="program">Where Vendor.dll lies; a build of the course puts it there.</param>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    /// <exception cref="InvalidOperationException">It ended before it said where it listens.</exception>
    public static async Task<VendorProcess> StartAsync(string program)
    {
        if (!File.Exists(program))
        {
            throw new FileNotFoundException($"There is no {program}: build the course once, 'dotnet build' at its root.", program);
        }

        if (Interlocked.Exchange(ref _current, null) is { } last)
        {
            await last.DisposeAsync();
        }

        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve"])
        {
            RedirectStandardInput = true, // the pipe that the vendor watches: it closes when this process ends
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadLineAsync();
        if (said is null)
        {
            process.Dispose();
            throw new InvalidOperationException("The vendor ended before it said where it listens.");
        }

        return _current = new VendorProcess(process, new Uri(said));
    }

    /// <summary>Gives a region its limits and forgets all that it has seen.</summary>
    public async Task ResetAsync(VendorLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var answer = await _owner.PutAsJsonAsync($"{limits.Region}/limits", limits);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What a region has seen since it was reset.</summary>
    public async Task<VendorStatistics> StatisticsAsync(string region = "us-east") =>
        (await _owner.GetFromJsonAsync<VendorStatistics>($"{region}/statistics"))!;

    /// <summary>
    /// Resets the regions, runs a client against them at the real pace, and asks the vendor what it saw of it.
    /// </summary>
    /// <param name="title">What the run is called.</param>
    /// <param name="body">The client. It gets an <see cref="HttpClient"/> of its own whose calls are recorded.</param>
    /// <param name="regions">The limits of the regions; one at least.</param>
    public async Task<VendorRun<T>> RunAsync<T>(string title, Func<HttpClient, Task<T>> body, params VendorLimits[] regions)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(regions);
        var clock = AmbientClock.Current;
        var resets = new List<long>();
        foreach (var limits in regions)
        {
            await ResetAsync(limits);
            resets.Add(clock.GetTimestamp());
        }

        using var heap = new HeapWatch(clock);
        using var client = new HttpClient(new RecordedCalls(new SocketsHttpHandler())) { BaseAddress = Address };
        var start = clock.GetTimestamp();
        var run = await Demo.Run(title, () => body(client), Pace.Real);
        var seen = new List<RegionSeen>();
        foreach (var (limits, reset) in regions.Zip(resets))
        {
            seen.Add(new RegionSeen(limits, await SettledAsync(limits.Region), clock.GetElapsedTime(reset, start)));
        }

        return new VendorRun<T>(run, seen, heap.Growth);
    }

    /// <summary>A client that gives up is gone at once; the vendor learns of it a moment later.</summary>
    private async Task<VendorStatistics> SettledAsync(string region)
    {
        var clock = AmbientClock.Current;
        var start = clock.GetTimestamp();
        var seen = await StatisticsAsync(region);
        while (seen.Unanswered > 0 && clock.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Moment, clock);
            seen = await StatisticsAsync(region);
        }

        return seen;
    }

    /// <summary>Ends the process. Whatever hangs at the vendor ends with it.</summary>
    public async ValueTask DisposeAsync()
    {
        Interlocked.CompareExchange(ref _current, null, this);
        _owner.Dispose();
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience, AmbientClock.Current);
            await using var end = patience.Token.Register(() => _process.Kill());
            await _process.WaitForExitAsync();
        }
    }
}
