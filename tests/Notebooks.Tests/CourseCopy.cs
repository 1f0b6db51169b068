using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A copy of the course that a test may change: notebooks, helpers and reference runs, gone after the test.</summary>
internal sealed class CourseCopy : IDisposable
{
    public CourseCopy()
    {
        Root = Directory.CreateTempSubdirectory("course-copy-").FullName;
        Copy("Course.slnx");
        CopyFolder("shared/bin", "*.dll");
        CopyFolder("shared/bin/vendor", "*");
        CopyFolder("shared/bin/worker", "*");
        CopyFolder("tests/reference", "*");
        CopyFolder("tests/reference/checks", "*");
        CopyFolder("notebooks", "*.ipynb");
        foreach (var folder in Directory.GetDirectories(Path.Combine(Repository.Root, "notebooks", "exercises")))
        {
            CopyFolder(Path.GetRelativePath(Repository.Root, folder), "*");
        }
    }

    public string Root { get; }

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Copy(string relative)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.Copy(Path.Combine(Repository.Root, relative), PathOf(relative), overwrite: true);
    }

    /// <summary>Copies the files of a folder, not those of its subfolders.</summary>
    public void CopyFolder(string relative, string pattern)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, relative), pattern))
        {
            Copy(Path.GetRelativePath(Repository.Root, file));
        }
    }

    /// <summary>Changes a text file; what is to be replaced must be there exactly once.</summary>
    public void Replace(string relative, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(relative));
        Assert.Equal(2, text.Split(old).Length);
        File.WriteAllText(PathOf(relative), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The helpers' source and what building it needs, to be changed and built.</summary>
    public void CopyHelpersSource()
    {
        foreach (var file in (string[])["global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig"])
        {
            Copy(file);
        }

        var source = Path.Combine(Repository.Root, "shared", "AsyncAtScale");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (!relative.StartsWith("obj", StringComparison.Ordinal))
            {
                Copy(Path.Combine("shared", "AsyncAtScale", relative));
            }
        }
    }

    /// <summary>Swaps two cells of a notebook, by id.</summary>
    public void SwapCells(string notebook, string first, string second)
    {
        var root = JsonNode.Parse(File.ReadAllText(PathOf(notebook)))!;
        var cells = root["cells"]!.AsArray();
        var (one, other) = (IndexOf(cells, first), IndexOf(cells, second));
        (cells[one], cells[other]) = (cells[other]!.DeepClone(), cells[one]!.DeepClone());
        File.WriteAllText(PathOf(notebook), root.ToJsonString());
    }

    /// <summary>Writes another text into a cell.</summary>
    public void SetSource(string notebook, string id, string source)
    {
        var root = JsonNode.Parse(File.ReadAllText(PathOf(notebook)))!;
        var cells = root["cells"]!.AsArray();
        cells[IndexOf(cells, id)]!["source"] = source;
        File.WriteAllText(PathOf(notebook), root.ToJsonString());
    }

    /// <summary>Leaves only these cells in a notebook: a test of one exercise need not run the rest.</summary>
    public void KeepCells(string notebook, params string[] ids)
    {
        var root = JsonNode.Parse(File.ReadAllText(PathOf(notebook)))!;
        root["cells"] = new JsonArray(
            [.. root["cells"]!.AsArray().Where(cell => ids.Contains(cell!["id"]!.GetValue<string>())).Select(cell => cell!.DeepClone())]);
        File.WriteAllText(PathOf(notebook), root.ToJsonString());
    }

    /// <summary>A cell as it stands in the file.</summary>
    public JsonNode Cell(string notebook, string id)
    {
        var cells = JsonNode.Parse(File.ReadAllText(PathOf(notebook)))!["cells"]!.AsArray();
        return cells[IndexOf(cells, id)]!;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static int IndexOf(JsonArray cells, string id) =>
        cells.Select(cell => cell!["id"]!.GetValue<string>()).ToList().IndexOf(id);
}
