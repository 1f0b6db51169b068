namespace Vendor;

/// <summary>Products as they stand in an address: "17", or "101-200".</summary>
internal readonly record struct Pages(int First, int Last)
{
    public int Count => Last - First + 1;

    /// <summary>The prices, always the same for the same product.</summary>
    public decimal[] Prices => [.. Enumerable.Range(First, Count).Select(product => 1 + (product * 37L % 9900 / 100m))];

    public static bool TryParse(string text, out Pages pages)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var isRead = int.TryParse(dash < 0 ? text : text[..dash], out var first) & int.TryParse(text[(dash + 1)..], out var last);
        pages = new Pages(first, last);
        return isRead && first >= 1 && last >= first;
    }
}
