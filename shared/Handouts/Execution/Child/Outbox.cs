using System.Text;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>
/// Sends messages to the parent, in order, from a thread of its own: the thread pool belongs to the
/// cells (a virtual clock moves on when the pool is quiet). Console text waits in pieces that grow
/// while earlier ones are on their way.
/// </summary>
internal sealed class Outbox : IDisposable
{
    private readonly object _gate = new();
    private readonly BinaryWriter _writer;
    private readonly Thread _thread;
    private List<object> _waiting = [];
    private bool _isComplete;
    private bool _isSending;

    public Outbox(Stream channel)
    {
        _writer = new BinaryWriter(new BufferedStream(channel, 1 << 16), Encoding.UTF8);
        _thread = new Thread(Send) { IsBackground = true, Name = "outbox" };
        _thread.Start();
    }

    public void Send(ChildMessage message)
    {
        lock (_gate)
        {
            _waiting.Add(message);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Sends console text, joined with the text before it if that still waits.</summary>
    public void SendText(string cellId, string stream, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            if (_waiting is not [.., PendingText last] || last.CellId != cellId || last.Stream != stream)
            {
                _waiting.Add(last = new PendingText(cellId, stream));
                Monitor.PulseAll(_gate);
            }

            last.Text.Append(text);
        }
    }

    /// <summary>Returns when everything before is sent: what comes next may end the process.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            while (_waiting.Count > 0 || _isSending)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Returns when everything is sent. Must also be called before the process ends early.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join(TimeSpan.FromSeconds(5));
    }

    public void Dispose()
    {
        Complete();
        _writer.Dispose();
    }

    private void Send()
    {
        try
        {
            while (Take() is { } batch)
            {
                foreach (var item in batch)
                {
                    MessageWire.Write(_writer, item as ChildMessage ?? ((PendingText)item).ToMessage());
                }

                _writer.Flush();
            }
        }
        catch (IOException)
        {
            // The parent is gone; the watch on it ends this process.
        }
    }

    private List<object>? Take()
    {
        lock (_gate)
        {
            _isSending = false;
            Monitor.PulseAll(_gate);
            while (_waiting.Count == 0)
            {
                if (_isComplete)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }

            var batch = _waiting;
            _waiting = [];
            _isSending = true;
            return batch;
        }
    }

    private sealed record PendingText(string CellId, string Stream)
    {
        public StringBuilder Text { get; } = new();

        public CellShowed ToMessage() => new(CellId, new StreamOutput(Stream, Text.ToString()));
    }
}
