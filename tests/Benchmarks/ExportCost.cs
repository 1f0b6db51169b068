using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>What an export of the whole course costs, next to the bare compilation of its cells in one process.</summary>
internal static class ExportCost
{
    public static async Task<int> RunAsync()
    {
        var notebooks = Directory.GetFiles(Path.Combine(MeasuredProgram.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).ToList();
        var pages = Directory.CreateTempSubdirectory("export-cost-").FullName;
        var course = CopyOfCourse(pages);
        try
        {
            var peer = await MeasuredProgram.RunAsync([typeof(ExportCost).Assembly.Location, "compile-peer-once", .. notebooks]);
            Say("peer: Roslyn compiles the cells", peer);
            string[] export = [MeasuredProgram.Runner, "export", .. course, "--output", Path.Combine(pages, "handouts")];
            var cold = await MeasuredProgram.RunAsync(export);
            Say("cold", cold);
            Say("nothing changed", await MeasuredProgram.RunAsync(export));
            Change(course[0]);
            Say("one notebook changed", await MeasuredProgram.RunAsync(export));
            var real = await RealSecondsAsync(course, pages);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"cold / peer: {cold.Wall / peer.Wall:0.00}; without {real:0.0} s of demos on the real clock: {(cold.Wall.TotalSeconds - real) / peer.Wall.TotalSeconds:0.00}; processor: {cold.Processor / peer.Processor:0.00}"));
            return 0;
        }
        finally
        {
            Directory.Delete(pages, recursive: true);
        }
    }

    /// <summary>The course's notebooks beside a link to its helpers: the originals stay as they are.</summary>
    private static List<string> CopyOfCourse(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "notebooks")).FullName;
        File.CreateSymbolicLink(Path.Combine(root, "shared"), Path.Combine(MeasuredProgram.Root, "shared"));
        File.CreateSymbolicLink(Path.Combine(root, "tests"), Path.Combine(MeasuredProgram.Root, "tests"));
        File.CreateSymbolicLink(Path.Combine(folder, "exercises"), Path.Combine(MeasuredProgram.Root, "notebooks", "exercises"));
        var copies = new List<string>();
        foreach (var notebook in Directory.GetFiles(Path.Combine(MeasuredProgram.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal))
        {
            copies.Add(Path.Combine(folder, Path.GetFileName(notebook)));
            File.Copy(notebook, copies[^1]);
        }

        return copies;
    }

    /// <summary>A line end after its last brace changes a notebook as far as the runner can know.</summary>
    private static void Change(string notebook) => File.AppendAllText(notebook, "\n");

    /// <summary>
    /// The time of cells that take a second or more, and are not the first: on virtual time none does. Cells of notebooks
    /// that run side by side wait at the same time, so half of it is what the export cannot do without.
    /// </summary>
    private static async Task<double> RealSecondsAsync(IEnumerable<string> course, string folder)
    {
        var report = Path.Combine(folder, "report.json");
        await MeasuredProgram.RunAsync([MeasuredProgram.Runner, "run", .. course, "--report", report]);
        return JsonNode.Parse(await File.ReadAllBytesAsync(report))!["notebooks"]!.AsArray()
            .SelectMany(notebook => notebook!["cells"]!.AsArray().Skip(2))
            .Select(cell => (double)cell!["milliseconds"]! / 1000)
            .Where(seconds => seconds >= 1)
            .Sum() / 2;
    }

    private static void Say(string what, MeasuredProgram run) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-32} {run.Wall.TotalSeconds,7:0.00} s, processor {run.Processor.TotalSeconds,7:0.00} s, peak {run.PeakMegabytes,6:0} MB"));
}
