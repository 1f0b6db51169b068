using System.Text.Json.Nodes;
using Handouts.Notebooks;

namespace Handouts.Tests.Support;

/// <summary>A folder that looks like the course's repository, gone after the test.</summary>
internal sealed class TemporaryCourse : IDisposable
{
    public TemporaryCourse()
    {
        Root = Directory.CreateTempSubdirectory("handouts-test-").FullName;
        Notebooks = Directory.CreateDirectory(Path.Combine(Root, "notebooks")).FullName;
        File.WriteAllText(Path.Combine(Root, "Course.slnx"), "<Solution />");
    }

    public string Root { get; }

    public string Notebooks { get; }

    /// <summary>Writes a notebook that has everything the contract asks for; its path.</summary>
    public string Add(string name, params Cell[] cells) => Write(name, Json.CopyOf(CourseNotebook.Metadata, "metadata"), cells);

    /// <summary>As <see cref="Add"/>, of a notebook that is run only where a program says that it can be.</summary>
    public string AddInNeedOf(string what, string program, string name, params Cell[] cells)
    {
        var metadata = Json.CopyOf(CourseNotebook.Metadata, "metadata");
        metadata["course"] = new JsonObject { ["needs"] = new JsonObject { ["what"] = what, ["ask"] = program } };
        return Write(name, metadata, cells);
    }

    /// <summary>Copies reference runs and the catalogues into the course, unless they are there.</summary>
    public void AddReference(params string[] runs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "tests", "reference")).FullName;
        foreach (var file in runs.Select(run => run + ".json").Concat(["OUTLINE.md", "CLAIMS.md"]))
        {
            if (!File.Exists(Path.Combine(folder, file)))
            {
                File.Copy(Path.Combine(Repository.Reference, file), Path.Combine(folder, file));
            }
        }
    }

    public Notebook Read(string name) => NotebookFile.Read(PathOf(name));

    public string PathOf(string name) => Path.Combine(Notebooks, name + ".ipynb");

    private string Write(string name, JsonObject metadata, Cell[] cells)
    {
        var notebook = new Notebook { Path = PathOf(name), Metadata = metadata, Cells = [CourseNotebook.Title, .. cells] };
        NotebookFile.Write(notebook);
        return notebook.Path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
