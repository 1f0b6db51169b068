using Microsoft.Playwright;

namespace Course.Testing;

/// <summary>A real Chromium without a network. Where there is none its tests are skipped, on a build server they fail.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Executable = FirstThatIsThere(
        Environment.GetEnvironmentVariable("CHROMIUM"),
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    /// <summary>The browser itself. Without one the test is skipped, on a build server it fails.</summary>
    public IBrowser Chromium
    {
        get
        {
            const string Reason = "No Chromium was found: install one, or name it in the environment variable CHROMIUM.";
            Assert.SkipWhen(_browser is null && Environment.GetEnvironmentVariable("CI") != "true", Reason);
            Assert.True(_browser is not null, Reason);
            return _browser;
        }
    }

    /// <summary>Opens a page of a folder and listens to what goes wrong.</summary>
    public async Task<OpenPage> OpenAsync(string path, int width = 1440, int height = 900, bool scripts = true, ColorScheme theme = ColorScheme.Light)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            Offline = true,
            JavaScriptEnabled = scripts,
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(90_000); // beside all other tests on two shared cores; how fast a page is, the benchmarks say
        var page = new OpenPage(context, await context.NewPageAsync());
        await page.GoToAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    private static string? FirstThatIsThere(params string?[] files) => files.FirstOrDefault(File.Exists);
}
