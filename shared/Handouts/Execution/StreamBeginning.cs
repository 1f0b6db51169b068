using System.Text;

namespace Handouts.Execution;

/// <summary>
/// Reads a stream to its end and keeps its first part, so that no output can fill the memory. What is kept can be had at any
/// time: the end may never come, where another process has inherited the stream.
/// </summary>
internal sealed class StreamBeginning
{
    private const int Limit = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _kept = new();

    public StreamBeginning(StreamReader reader) => End = ReadAsync(reader);

    /// <summary>The end of the stream.</summary>
    public Task End { get; }

    /// <summary>The first part, as far as it has come.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _kept.ToString();
            }
        }
    }

    /// <summary>The first part at the end of the stream, or when the patience with it is over.</summary>
    public async Task<string> TextAsync(TimeSpan patience, CancellationToken token)
    {
        try
        {
            await End.WaitAsync(patience, token);
        }
        catch (TimeoutException)
        {
            // Somebody else holds it open.
        }

        return Text;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
        {
            Keep(buffer.AsSpan(0, count));
        }
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _kept.Append(text[..Math.Min(text.Length, Limit - _kept.Length)]);
        }
    }
}
