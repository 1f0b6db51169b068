using Notebooks.Tests;

[assembly: AssemblyFixture(typeof(HandoutPages))]
[assembly: AssemblyFixture(typeof(Browser))]

namespace Notebooks.Tests;

/// <summary>
/// Both editions of the real handouts, exported once by the program. If COURSE_PAGES names a folder, the pages are taken from
/// there: whoever works on a style need not run the course for each try.
/// </summary>
public sealed class HandoutPages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _given = Environment.GetEnvironmentVariable("COURSE_PAGES");

    public string PathOf(string file) => Path.Combine(_given ?? _folder.Path, file);

    public async ValueTask InitializeAsync()
    {
        if (_given is not null)
        {
            return;
        }

        foreach (var edition in (string[])["student", "instructor"])
        {
            var result = await HandoutsProgram.RunAsync(
                Repository.Root, "export", "--output", _folder.Path, "--edition", edition, "--timeout", "1200");
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
