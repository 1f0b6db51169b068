using Handouts.Notebooks;
using Handouts.Rendering;

namespace Handouts.Watching;

/// <summary>
/// The handouts of a course while its notebooks change: each page is made of the notebook's latest run when it is asked
/// for, and knows its version. Nothing is written.
/// </summary>
internal sealed class LiveHandouts
{
    private readonly Lock _gate = new();
    private readonly List<Notebook> _course;
    private readonly int[] _versions;
    private TaskCompletionSource _changed = New();

    /// <summary>Begins with the notebooks as they are saved.</summary>
    public LiveHandouts(IEnumerable<Notebook> course)
    {
        _course = [.. course];
        _versions = new int[_course.Count];
    }

    /// <summary>From now on the page of that notebook shows this run.</summary>
    public void Show(Notebook executed)
    {
        lock (_gate)
        {
            var at = _course.FindIndex(notebook => notebook.Path == executed.Path);
            _course[at] = executed;
            _versions[at]++;
            _changed.SetResult();
            _changed = New();
        }
    }

    /// <summary>The page of that file name, or null if there is none.</summary>
    public async Task<string?> PageAsync(string file, CancellationToken stop)
    {
        var (course, version, _) = Look(file);
        foreach (var edition in Enum.GetValues<Edition>())
        {
            if (file == HandoutNames.Index(edition))
            {
                return HandoutRenderer.Index(course, [], edition, version).Html;
            }

            if (course.Find(notebook => file == HandoutNames.Of(notebook.Name, edition)) is { } notebook)
            {
                return (await HandoutRenderer.PageAsync(notebook, course, edition, version, stop)).Html;
            }
        }

        return null;
    }

    /// <summary>The version of a page: now, and whenever it has become another.</summary>
    public async IAsyncEnumerable<string> VersionsAsync(
        string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var told = "";
        while (true)
        {
            var (_, version, changed) = Look(file);
            if (version != told)
            {
                yield return told = version;
            }

            await changed.WaitAsync(stop);
        }
    }

    /// <summary>Notebooks, version and next change, all of one moment. The map, which shows every run, changes with each.</summary>
    private (List<Notebook> Course, string Version, Task Changed) Look(string file)
    {
        lock (_gate)
        {
            var at = _course.FindIndex(notebook =>
                Enum.GetValues<Edition>().Any(edition => file == HandoutNames.Of(notebook.Name, edition)));
            return ([.. _course], $"{(at < 0 ? _versions.Sum() : _versions[at])}", _changed.Task);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
