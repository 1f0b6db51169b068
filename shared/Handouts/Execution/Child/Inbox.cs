using System.Diagnostics;
using System.Text;
using Handouts.Execution.Protocol;

namespace Handouts.Execution.Child;

/// <summary>
/// Takes what the parent sends, on a thread of its own: compiled cells wait here for their turn. The parent keeps
/// the channel open as long as it lives; when it is gone, this process ends, whatever a cell is doing, and with it what cells
/// have started.
/// </summary>
internal sealed class Inbox
{
    private readonly object _gate = new();
    private readonly Queue<CompiledCell> _waiting = [];

    public Inbox(Stream fromParent)
    {
        var reader = new BinaryReader(new BufferedStream(fromParent, 1 << 16), Encoding.UTF8);
        Request = RequestWire.ReadRequest(reader);
        var thread = new Thread(() => Receive(reader)) { IsBackground = true, Name = "inbox" };
        thread.Start();
    }

    /// <summary>What is to be done.</summary>
    public ChildRequest Request { get; }

    /// <summary>The next compiled cell; waits for it.</summary>
    public CompiledCell Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            return _waiting.Dequeue();
        }
    }

    private void Receive(BinaryReader reader)
    {
        try
        {
            while (true)
            {
                Add(RequestWire.ReadCell(reader));
            }
        }
        catch (IOException)
        {
            // The parent is gone.
        }

        // Not Environment.Exit: a cell could hold that up.
        ProcessGroup.Kill(Environment.ProcessId);
        Process.GetCurrentProcess().Kill();
    }

    private void Add(CompiledCell cell)
    {
        lock (_gate)
        {
            _waiting.Enqueue(cell);
            Monitor.Pulse(_gate);
        }
    }
}
