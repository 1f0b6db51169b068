namespace AsyncAtScale.Loop;

/// <summary>The steps that can run now. Thread-safe: continuations come from pool threads too.</summary>
internal sealed class ReadyQueue(PickOrder order)
{
    private readonly Lock _gate = new();
    private ReadyStep[] _steps = new ReadyStep[16];
    private int _head;
    private int _count;

    public void Add(in ReadyStep step)
    {
        lock (_gate)
        {
            if (_count == _steps.Length)
            {
                Grow();
            }

            _steps[Slot(_count++)] = step;
        }
    }

    public bool TryTake(out ReadyStep step)
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                step = default;
                return false;
            }

            step = Remove(order.Next(_count));
            return true;
        }
    }

    private ReadyStep Remove(int position)
    {
        var step = _steps[Slot(position)];
        for (var index = position; index > 0; index--)
        {
            _steps[Slot(index)] = _steps[Slot(index - 1)];
        }

        _steps[_head] = default;
        _head = Slot(1);
        _count--;
        return step;
    }

    private int Slot(int position) => (_head + position) & (_steps.Length - 1);

    private void Grow()
    {
        var larger = new ReadyStep[_steps.Length * 2];
        for (var index = 0; index < _count; index++)
        {
            larger[index] = _steps[Slot(index)];
        }

        (_steps, _head) = (larger, 0);
    }
}
