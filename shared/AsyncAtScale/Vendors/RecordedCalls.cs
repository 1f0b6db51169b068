using AsyncAtScale.Timelines;

namespace AsyncAtScale.Vendors;

/// <summary>
/// Makes the calls of an <see cref="HttpClient"/> visible: each is a span of the caller's lane, with "answer" and its status at
/// the end. Inside an attempt of a retry the attempt stands for the call. Outside a recorded run it does nothing.
/// </summary>
/// <param name="inner">Makes the calls.</param>
public sealed class RecordedCalls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lane = Lane.Current;
        var span = Lane.IsCovered ? null : lane?.Begin(Activity.Running, request.RequestUri?.Segments[^1]);
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            span?.End(answer.IsSuccessStatusCode ? Ending.Normal : Ending.Failed);
            lane?.Instant("answer", new { status = (int)answer.StatusCode });
            return answer;
        }
        catch (OperationCanceledException)
        {
            span?.End(Ending.Cancelled);
            throw;
        }
        catch
        {
            span?.End(Ending.Failed);
            throw;
        }
    }
}
