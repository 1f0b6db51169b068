namespace Handouts.Commands;

/// <summary>Works on notebooks two at a time, the results in the notebooks' order.</summary>
internal static class SideBySide
{
    private const int Width = 2;

    public static async Task<IReadOnlyList<TResult>> RunAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, Task<TResult>> work)
    {
        using var places = new SemaphoreSlim(Width);
        return await Task.WhenAll(items.Select(async item =>
        {
            await places.WaitAsync();
            try
            {
                return await work(item);
            }
            finally
            {
                places.Release();
            }
        }));
    }
}
