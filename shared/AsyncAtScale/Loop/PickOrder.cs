namespace AsyncAtScale.Loop;

/// <summary>Which of several ready steps runs next: the schedule of a virtual run.</summary>
public abstract class PickOrder
{
    /// <summary>The order of an ordinary event loop: first in, first out.</summary>
    public static PickOrder FirstInFirstOut { get; } = new FirstInFirstOutOrder();

    /// <summary>The position of the next step.</summary>
    /// <param name="count">How many steps are ready, at least 1; 0 is the one that waits longest.</param>
    /// <returns>A number from 0 to <paramref name="count"/> - 1.</returns>
    public abstract int Next(int count);

    private sealed class FirstInFirstOutOrder : PickOrder
    {
        public override int Next(int count) => 0;
    }
}
