using Microsoft.Playwright;

namespace AsyncAtScale.Tests.Charts;

/// <summary>One real browser for a class of tests; absent where none is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } executable)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The browser. Skips the test without one, unless this is the continuous integration: there it must be.</summary>
    public IBrowser Browser
    {
        get
        {
            const string Reason = "No Chromium: install one or name it in CHROMIUM_PATH.";
            if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Reason);
            }

            Assert.SkipWhen(_browser is null, Reason);
            return _browser!;
        }
    }

    private static string? Executable() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);
}
