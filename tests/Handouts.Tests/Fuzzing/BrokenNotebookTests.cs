using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Handouts.Commands;
using Handouts.Notebooks;
using Handouts.Notebooks.Contracts;
using Handouts.Rendering;
using Handouts.Tests.Support;
using static Handouts.Tests.Support.CourseNotebook;

namespace Handouts.Tests.Fuzzing;

/// <summary>
/// Whatever a notebook's file holds, it is refused in one sentence, or it is read, checked and rendered into a page in
/// which nothing of it runs.
/// </summary>
public sealed class BrokenNotebookTests : IDisposable
{
    /// <summary>For a hang, not for a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryCourse _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Anything_ReadCheckedAndRendered_EndsInOneSentenceOrASafePage()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var mutator = new NotebookMutator(random);
        var good = Good();
        for (var i = 0; i < Effort.Of(600, 80); i++)
        {
            var content = mutator.Mutate(good);
            try
            {
                await Task.Run(() => DigestAsync(content), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
            }
            catch (Exception problem)
            {
                var kept = Path.Combine(Path.GetTempPath(), $"broken-{seed}-{i}.ipynb");
                await File.WriteAllBytesAsync(kept, content, TestContext.Current.CancellationToken);
                throw new InvalidOperationException($"Seed {seed}, notebook {i}, kept as {kept}", problem);
            }
        }
    }

    [Theory]
    [InlineData("> ", 20_000)]
    [InlineData("* ", 20_000)]
    [InlineData("[", 20_000)]
    [InlineData("![", 20_000)]
    [InlineData("*a_", 10_000)]
    [InlineData("`", 50_000)]
    [InlineData("|", 5_000)]
    [InlineData("<div>", 20_000)]
    [InlineData("<b><p>", 20_000)]
    [InlineData("<!--", 20_000)]
    [InlineData("[a](%00) ", 10)]
    [InlineData("$", 50_000)]
    public Task Text_ThatNestsDeeply_IsShown(string piece, int times) =>
        DigestAsync(Text("text", "# A\n\n" + string.Concat(Enumerable.Repeat(piece, times))));

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<svg><g>", 50_000)]
    [InlineData("<script>", 200_000)]
    [InlineData("<script data-kind=\"timeline\" ", 100_000)]
    [InlineData("<title", 200_000)]
    [InlineData("<b><i>", 50_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<p class=\"hideable", 50_000)]
    [InlineData("<a href=", 100_000)]
    [InlineData("\0", 10_000)]
    public Task Output_ThatNestsDeeply_IsShownOrLeftOut(string piece, int times) =>
        DigestAsync(Code("code", "1") with
        {
            Outputs = [new DisplayOutput(new Dictionary<string, string> { ["text/html"] = string.Concat(Enumerable.Repeat(piece, times)) }, IsResult: true, [])],
        });

    [Theory]
    [InlineData("(", "1", ")", 4_900)]
    [InlineData("{", "", "}", 4_900)]
    [InlineData("List<", "int", "> x;", 4_900)]
    [InlineData("- ", "1", "", 50_000)]
    [InlineData("x => ", "x", "", 2_000)]
    [InlineData("a.b().", "c", "", 20_000)]
    [InlineData("if (true) ", ";", "", 5_000)]
    [InlineData("1 + ", "1", "", 50_000)]
    [InlineData("new object[] { ", "1", " }", 2_000)]
    public Task Code_ThatNestsDeeply_IsShown(string open, string middle, string close, int depth) =>
        DigestAsync(Code("code", string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth))));

    [Fact]
    public async Task TenThousandCells_AreReadCheckedAndRendered()
    {
        var cells = Enumerable.Range(0, 10_000).Select(i => Text($"c{i}", $"Cell *{i}* of `many`."));

        await DigestAsync([.. cells]);
    }

    [Fact]
    public async Task CodeThatIsHuge_IsShown() => await DigestAsync(Code("code", $"var x = \"{new string('x', 5_000_000)}\";"));

    private async Task DigestAsync(params Cell[] cells)
    {
        var path = _course.Add("n", cells);
        await Task.Run(async () => await DigestAsync(await File.ReadAllBytesAsync(path))).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private async Task DigestAsync(byte[] content)
    {
        var path = _course.PathOf("broken");
        await File.WriteAllBytesAsync(path, content);
        Notebook notebook;
        try
        {
            notebook = NotebookFile.Read(path);
        }
        catch (NotebookFormatException problem)
        {
            Assert.StartsWith($"{path} cannot be read as a notebook: ", problem.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
            return;
        }

        var text = NotebookFile.Format(notebook);
        Assert.Equal(text, NotebookFile.Format(NotebookFile.Read(System.Text.Encoding.UTF8.GetBytes(text), path)));
        _ = NotebookCheck.Form(notebook, ReferenceCatalogue.Read(_course.Root)).ToList();
        _ = notebook.Cells.SelectMany(cell => ChartRules.Check(cell.Outputs)).ToList();
        AssertSafe(await HandoutRenderer.PageAsync(notebook, [notebook], Edition.Instructor));
        AssertSafe(HandoutRenderer.Index([notebook], [], Edition.Student));
    }

    /// <summary>Nothing but our own scripts runs, nothing loads, and no character commands a terminal.</summary>
    private static void AssertSafe(HandoutFile page)
    {
        var document = new HtmlParser().ParseDocument(page.Html);
        var policy = document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        Assert.All(
            document.QuerySelectorAll("script:not([type='application/json'])"),
            script => Assert.Contains(ContentPolicy.Source(script.TextContent), policy, StringComparison.Ordinal));
        Assert.Empty(document.QuerySelectorAll("iframe, object, embed, frame, base, link:not([rel='icon'])"));
        Assert.DoesNotContain(
            document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\u001b", document.QuerySelectorAll(".out pre").Select(output => output.TextContent).Aggregate("", string.Concat), StringComparison.Ordinal);
    }

    /// <summary>A notebook with one of everything.</summary>
    private JsonNode Good()
    {
        var path = _course.Add(
            "good",
            Text("text", "## Part\n\nA [link](good.ipynb#part), `code`, a table:\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [ ] task\n\n```csharp\nvar x = 1;\n```\n"),
            Parameters("p", "var permits = 3;") with { ExecutionCount = 1 },
            Code("all", "Console.WriteLine(permits);", """{ "role": "demo", "check": "exact", "reference": ["a", null], "outline": ["O24-13"], "minutes": 3 }""") with
            {
                ExecutionCount = 2,
                Outputs =
                [
                    new StreamOutput("stdout", "3\n"),
                    new StreamOutput("stderr", "warned\n"),
                    new DisplayOutput(
                        new Dictionary<string, string>
                        {
                            ["text/html"] = "<svg role=\"img\"><title>A chart</title></svg><script type=\"application/json\" data-kind=\"timeline\">{\"expected\":{\"spans\":[{\"lane\":\"a\",\"start\":0,\"end\":1}]}}</script>",
                            ["text/plain"] = "a chart",
                            ["application/json"] = "{\"a\":[1]}",
                        },
                        IsResult: true,
                        []),
                    new ErrorOutput("TimeoutException", "late", ["TimeoutException: late", "   at good.ipynb#all, line 1"]),
                ],
            },
            Code("quiz", "1", """{ "role": "predict", "answer": 2, "because": "so" }""") with { ExecutionCount = 3 });
        return JsonNode.Parse(File.ReadAllBytes(path))!;
    }
}
