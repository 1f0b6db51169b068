using Microsoft.Playwright;

namespace Course.Testing;

/// <summary>A page in a browser, what its console said, and what it asked for.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    public OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Everything the console said; a violated policy says so there.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What was asked for, but for the page itself and pictures inside it.</summary>
    public IEnumerable<string> Requests => _requests.Skip(1).Where(url => !url.StartsWith("data:", StringComparison.Ordinal));

    public Task GoToAsync(string path) => Page.GotoAsync(new Uri(path).AbsoluteUri);

    /// <summary>A value from the page; works with its scripts off, too.</summary>
    public Task<T> EvaluateAsync<T>(string expression) => Page.EvaluateAsync<T>(expression);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
