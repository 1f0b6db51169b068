namespace AsyncAtScale.Charts;

/// <summary>Finds what a lane has at one time without walking through all that it has.</summary>
internal sealed class TimeIndex<T>
{
    private static readonly Comparer<(TimeSpan At, T Item)> ByTime =
        Comparer<(TimeSpan At, T Item)>.Create((one, other) => one.At.CompareTo(other.At));

    private readonly Dictionary<string, List<(TimeSpan At, T Item)>> _items;

    public TimeIndex(IEnumerable<T> items, Func<T, string> lane, Func<T, TimeSpan> at) => _items = items
        .GroupBy(lane)
        .ToDictionary(group => group.Key, group => group.Select(item => (at(item), item)).OrderBy(entry => entry.Item1).ToList());

    /// <summary>The items of a lane from one time to another, in order.</summary>
    public IEnumerable<T> Between(string lane, TimeSpan from, TimeSpan to)
    {
        if (!_items.TryGetValue(lane, out var items))
        {
            yield break;
        }

        for (var i = FirstFrom(items, from); i < items.Count && items[i].At <= to; i++)
        {
            yield return items[i].Item;
        }
    }

    private static int FirstFrom(List<(TimeSpan At, T Item)> items, TimeSpan from)
    {
        var found = items.BinarySearch((from, default!), ByTime);
        var first = found < 0 ? ~found : found;
        while (first > 0 && items[first - 1].At == from)
        {
            first--;
        }

        return first;
    }
}
