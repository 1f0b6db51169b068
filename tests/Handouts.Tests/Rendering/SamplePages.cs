using Handouts.Notebooks;
using Handouts.Rendering;

namespace Handouts.Tests.Rendering;

/// <summary>
/// The sample notebook between two neighbours, exported in both editions, once for all tests. They are kept to look
/// at if COURSE_SAMPLE_PAGES names a folder.
/// </summary>
public sealed class SamplePages : IAsyncLifetime
{
    private readonly string? _kept = Environment.GetEnvironmentVariable("COURSE_SAMPLE_PAGES");

    public string Folder { get; private set; } = "";

    public string Student => Read("08-semaphore.html");

    public string Instructor => Read("08-semaphore.instructor.html");

    public string Index => Read("index.html");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public async ValueTask InitializeAsync()
    {
        Folder = _kept ?? Directory.CreateTempSubdirectory("handouts-").FullName;
        var sample = SampleNotebook.Read();
        Notebook[] course = [Neighbour("07", "Recap", "Part one: what await really does"), sample, Neighbour("09", "Racing: first one home", "Part two: tools for scale")];
        var exporter = new Exporter((notebook, _) => Task.FromResult<ExecutedNotebook?>(new(notebook)));
        foreach (var edition in Enum.GetValues<Edition>())
        {
            await exporter.ExportAsync(course, [], [sample], new ExportOptions { Folder = Folder, Edition = edition });
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_kept is null)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static Notebook Neighbour(string number, string title, string part) => Notebooks.Named(
        $"{number}-{title.Split(':')[0].ToLowerInvariant()}",
        Notebooks.Text("title", $"# {number} {title}\n\n*{part} · 30 minutes*\n\nTake the first good answer and cancel the rest."));

    private string Read(string file) => File.ReadAllText(PathOf(file));
}
