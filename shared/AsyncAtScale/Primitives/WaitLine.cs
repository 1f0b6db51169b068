namespace AsyncAtScale.Primitives;

/// <summary>
/// Those who wait, first come first. Leaving from the middle costs O(1), and the links are part of the
/// waiter, so that standing in line allocates nothing. Not thread-safe: its owner's lock guards it.
/// </summary>
internal sealed class WaitLine<T>
{
    private Waiter<T>? _first;
    private Waiter<T>? _last;

    public int Count { get; private set; }

    public void Add(Waiter<T> waiter)
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
    public Waiter<T>? TakeFirst()
    {
        var first = _first;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }

    /// <summary>False if the waiter had left the line before.</summary>
    public bool Remove(Waiter<T> waiter)
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

    private void Link(Waiter<T>? previous, Waiter<T>? next)
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
