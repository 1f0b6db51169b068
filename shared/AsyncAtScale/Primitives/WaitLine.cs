namespace AsyncAtScale.Primitives;

/// <summary>
/// Those who wait, first come first. Leaving from the middle costs O(1), and the links are part of the
/// waiter, so that standing in line allocates nothing. Not thread-safe: its owner's lock guards it.
/// </summary>
internal sealed class WaitLine<TWaiter>
    where TWaiter : Waiter<TWaiter>
{
    private TWaiter? _first;
    private TWaiter? _last;

    public int Count { get; private set; }

    public void Add(TWaiter waiter)
    {
        waiter.Previous = _last;
        if (_last is null)
        {
            _first = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
        waiter.IsInLine = true;
        Count++;
    }

    /// <summary>The one who has waited longest leaves the line; null if nobody waits.</summary>
    public TWaiter? TakeFirst()
    {
        var first = _first;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }

    /// <summary>False if the waiter had left the line before.</summary>
    public bool Remove(TWaiter waiter)
    {
        if (!waiter.IsInLine)
        {
            return false;
        }

        Link(waiter.Previous, waiter.Next);
        waiter.Previous = waiter.Next = null;
        waiter.IsInLine = false;
        Count--;
        return true;
    }

    private void Link(TWaiter? previous, TWaiter? next)
    {
        if (previous is null)
        {
            _first = next;
        }
        else
        {
            previous.Next = next;
        }

        if (next is null)
        {
            _last = previous;
        }
        else
        {
            next.Previous = previous;
        }
    }
}

/// <summary>Somebody who can stand in a <see cref="WaitLine{TWaiter}"/>.</summary>
internal abstract class Waiter<TWaiter>
    where TWaiter : Waiter<TWaiter>
{
    public TWaiter? Previous { get; set; }

    public TWaiter? Next { get; set; }

    public bool IsInLine { get; set; }
}
