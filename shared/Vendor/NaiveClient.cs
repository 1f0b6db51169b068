using System.Net.Sockets;

namespace Vendor;

/// <summary>
/// A client that starts all its calls at once, as a process of its own: started under a low limit of open files it
/// shows what becomes of such a client, and nobody else is harmed.
/// </summary>
internal static class NaiveClient
{
    public static async Task<int> RunAsync(Uri address, int calls, bool isPrepared)
    {
        if (isPrepared)
        {
            await Prepare(address);
        }

        Report(await FanOut(address, calls), Console.Out);
        return 0; // nobody looked at the exceptions
    }

    /// <summary>
    /// What the runtime has to load for an answer, for a refusal and for the report is loaded now. A runtime that cannot open a
    /// library, because the calls hold all descriptors, has no exception to give to a call: it ends the process.
    /// </summary>
    private static async Task Prepare(Uri address)
    {
        _ = Console.Out;
        var nobody = new Uri("http://127.0.0.1:1/");
        Report([.. await FanOut(address, 3), .. await FanOut(nobody, 3), "other"], TextWriter.Null);
    }

    private static async Task<string[]> FanOut(Uri address, int calls)
    {
        using var client = new HttpClient { BaseAddress = address };
        return await Task.WhenAll(Enumerable.Range(1, calls).Select(product => Price(client, product)));
    }

    private static void Report(string[] outcomes, TextWriter writer)
    {
        foreach (var outcome in outcomes.GroupBy(outcome => outcome).OrderBy(outcome => outcome.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"{outcome.Count()} x {outcome.Key}");
        }
    }

    private static async Task<string> Price(HttpClient client, int product)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"prices/{product}", UriKind.Relative));
            return $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException problem) when (problem.InnerException is SocketException socket)
        {
            return $"{nameof(SocketException)}: {socket.Message}";
        }
        catch (HttpRequestException problem)
        {
            return $"{nameof(HttpRequestException)}: {problem.HttpRequestError}";
        }
    }
}
