using Notebooks.Tests;

[assembly: AssemblyFixture(typeof(HandoutPages))]
[assembly: AssemblyFixture(typeof(Browser))]

namespace Notebooks.Tests;

/// <summary>Both editions of the real handouts, exported once by the program.</summary>
public sealed class HandoutPages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string PathOf(string file) => Path.Combine(_folder.Path, file);

    public async ValueTask InitializeAsync()
    {
        foreach (var edition in (string[])["student", "instructor"])
        {
            var result = await HandoutsProgram.RunAsync(
                Repository.Root, "export", "--output", _folder.Path, "--edition", edition);
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
