namespace AsyncAtScale.Primitives;

/// <summary>
/// Those who wait at a primitive, first come first: one fair line under all of them. Leaving from the middle costs
/// O(1), and the links are part of the waiter, so that standing in line allocates nothing.
/// </summary>
/// <param name="gate">The primitive's lock. Whoever adds or takes holds it already; a waiter that gives up takes it.</param>
internal sealed class WaitLine<T>(Lock gate)
{
    private Waiter<T>? _first;
    private Waiter<T>? _last;

    /// <summary>How many places are taken.</summary>
    public int Count { get; private set; }

    /// <summary>How many wait, where several may share a place. Costs O(places).</summary>
    public int Heads
    {
        get
        {
            var heads = 0;
            for (var waiter = _first; waiter is not null; waiter = waiter.Next)
            {
                heads += waiter.Heads;
            }

            return heads;
        }
    }

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

    /// <summary>Takes out a waiter that waits no longer.</summary>
    /// <returns>False if what it waited for has reached it already.</returns>
    public bool GiveUp(Waiter<T> waiter)
    {
        lock (gate)
        {
            return Remove(waiter);
        }
    }

    /// <summary>Whether a waiter is still in line.</summary>
    public bool Holds(Waiter<T> waiter)
    {
        lock (gate)
        {
            return waiter.IsInLine;
        }
    }

    private bool Remove(Waiter<T> waiter)
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
