using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>
/// Where the output of one cell goes. The cell is found through the flow of execution, so that a task
/// prints into the cell that started it. A cell that shows too much is cut off, once, with a notice.
/// </summary>
internal sealed class CellOutlet(string cellId, Outbox outbox)
{
    /// <summary>Characters of console text per cell.</summary>
    public const int TextLimit = 1_000_000;

    /// <summary>Characters of displayed values per cell.</summary>
    public const int DisplayLimit = 30_000_000;

    private static readonly AsyncLocal<CellOutlet?> Flowing = new();
    private static CellOutlet? _latest;

    private int _text;
    private int _displayed;
    private bool _hasEnded;
    private bool _wasLate;

    /// <summary>The outlet of the code that asks; of the latest cell where the flow was cut.</summary>
    public static CellOutlet? Current => Flowing.Value ?? Volatile.Read(ref _latest);

    /// <summary>Makes this the outlet of everything that the calling flow starts from here on.</summary>
    public void Enter()
    {
        Flowing.Value = this;
        Volatile.Write(ref _latest, this);
    }

    /// <summary>What comes later is not shown: engines lose it too, and a reader would not know whose it is.</summary>
    public void End() => Volatile.Write(ref _hasEnded, true);

    public void Print(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || IsTooLate())
        {
            return;
        }

        var before = Interlocked.Add(ref _text, text.Length) - text.Length;
        if (before < 0 || before > TextLimit)
        {
            // Stays above the limit, and never comes round to it again.
            Volatile.Write(ref _text, TextLimit + 1);
            return;
        }

        outbox.SendText(cellId, stream, text[..Math.Min(text.Length, TextLimit - before)]);
        if (before + text.Length > TextLimit)
        {
            outbox.SendText(cellId, "stderr", $"\n… cut off: the cell printed more than {TextLimit:N0} characters.\n");
        }
    }

    public void Show(DisplayOutput output)
    {
        if (IsTooLate())
        {
            return;
        }

        var size = (int)Math.Min(output.Data.Sum(form => (long)form.Value.Length), DisplayLimit + 1);
        if (_displayed + size > DisplayLimit)
        {
            outbox.SendText(cellId, "stderr", $"… left out: the cell displayed more than {DisplayLimit:N0} characters.\n");
            return;
        }

        _displayed += size;
        outbox.Send(new CellShowed(cellId, output));
    }

    private bool IsTooLate()
    {
        if (Volatile.Read(ref _hasEnded) && !Interlocked.Exchange(ref _wasLate, true))
        {
            outbox.Send(new CellPrintedTooLate(cellId));
        }

        return Volatile.Read(ref _hasEnded);
    }
}
