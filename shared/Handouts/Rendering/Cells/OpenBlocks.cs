using System.Text;

namespace Handouts.Rendering.Cells;

/// <summary>What is open while a page is written, from the outside in.</summary>
internal enum BlockKind
{
    /// <summary>Title and objectives.</summary>
    Head,

    /// <summary>From a heading of level 2 to the next.</summary>
    Section,

    /// <summary>Folded: not part of the main thread.</summary>
    Deeper,

    /// <summary>A pitfall.</summary>
    Pitfall,

    /// <summary>An exercise.</summary>
    Exercise,

    /// <summary>What waits for a guess.</summary>
    Gate,
}

/// <summary>The open blocks of a page. Closing one closes what is inside it.</summary>
internal sealed class OpenBlocks(StringBuilder html)
{
    private readonly Stack<Block> _open = new();

    /// <summary>Opens a block inside the innermost one.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="start">Its opening markup.</param>
    /// <param name="end">Makes its closing markup, when it is closed.</param>
    /// <param name="level">The level of the heading that it began with; 0 if none.</param>
    public void Open(BlockKind kind, string start, Func<string> end, int level = 0)
    {
        html.Append(start);
        _open.Push(new Block(kind, end, level));
    }

    /// <summary>Whether such a block is open.</summary>
    public bool IsIn(BlockKind kind) => _open.Any(block => block.Kind == kind);

    /// <summary>Closes such a block, if one is open.</summary>
    public void Close(BlockKind kind)
    {
        if (IsIn(kind))
        {
            CloseWhile(() => true, until: kind);
        }
    }

    /// <summary>Closes what ends where a heading of that level begins.</summary>
    public void CloseBefore(int level) => CloseWhile(() => _open.Peek() switch
    {
        { Kind: BlockKind.Section } => level <= 2,
        { Kind: BlockKind.Deeper } deeper => level <= deeper.Level,
        _ => true,
    });

    /// <summary>Closes everything.</summary>
    public void CloseAll() => CloseWhile(() => true);

    private void CloseWhile(Func<bool> more, BlockKind? until = null)
    {
        while (_open.Count > 0 && more())
        {
            var block = _open.Pop();
            html.Append(block.End());
            if (block.Kind == until)
            {
                return;
            }
        }
    }

    private sealed record Block(BlockKind Kind, Func<string> End, int Level);
}
