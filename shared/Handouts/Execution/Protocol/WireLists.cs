namespace Handouts.Execution.Protocol;

/// <summary>Lists as bytes: the count, then the items.</summary>
internal static class WireLists
{
    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    public static List<T> ReadList<T>(this BinaryReader reader, Func<T> read)
    {
        var count = reader.ReadInt32();
        var items = new List<T>();
        for (var i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return items;
    }
}
