using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Names come from learners' cells: anything may be in them.</summary>
public class HostileNamesTests
{
    public static TheoryData<string> Names =>
    [
        "</script><script>alert(1)</script>",
        "</style></title></desc><img src=x onerror=alert(1)>",
        "\"><svg onload='alert(1)'>",
        "&lt;already escaped&gt; &amp;",
        "<!-- <script>",
        "שלום \u202Eevil\u202C",
        "👩‍👩‍👧‍👦 family 🏳️‍🌈",
        "line\nbreak\tand\0nul\u0007",
        "\ud83d lone surrogate",
        "(unclosed [regex* +?",
        new string('w', 10_000),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 2_000)),
        "",
        " ",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_WithAHostileName_ShowsItAsText(string name)
    {
        var page = Parse(Everywhere(name));

        Assert.Equal("FIGURE", Assert.Single(page.Body!.Children).TagName);
        Assert.Empty(page.QuerySelectorAll("img, [onload], [onerror], script:not([type], [data-course=gantt])"));
        Assert.Equal(2, page.Scripts.Length);
        Assert.Contains(page.QuerySelectorAll("tbody th"), cell => cell.TextContent == Readable(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_WithAHostileName_KeepsThePictureShort(string name)
    {
        var page = Parse(Everywhere(name));

        Assert.All(page.QuerySelectorAll("svg text"), text => Assert.InRange(text.TextContent.Length, 0, 300));
        Assert.InRange(page.QuerySelector("p.hd")!.TextContent.Length, 1, 700);
        Assert.InRange(page.QuerySelector("svg > desc")!.TextContent.Length, 1, 1_500);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_WithAHostileName_StaysWithinEightyColumns(string name)
    {
        var lines = new GanttChart(Everywhere(name)).ToString().Split('\n');

        Assert.DoesNotContain(lines.Skip(Array.IndexOf(lines, "")), line => line.Length > 80);
        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
    }

    private static IHtmlDocument Parse(Timeline timeline) =>
        new HtmlParser().ParseDocument("<!doctype html><body>" + new GanttChart(timeline).ToHtml());

    /// <summary>The name as lane, label, title, item, error and counter.</summary>
    internal static Timeline Everywhere(string name) => Small.Run(
        2,
        [
            Small.Work(name, 0, 1, name),
            Small.Wait(name, 1, 2, WaitReason.Tasks, name),
            Small.Work("other", 0, 2, ending: Ending.Failed),
        ],
        [
            Small.Happens(name, name, 0, new() { ["item"] = name }),
            Small.Happens(name, "put", 1, new() { ["item"] = name }),
            Small.Happens("other", "failed", 2, new() { ["error"] = name }),
        ],
        [new Counter(name, 2, [new(TimeSpan.Zero, 1)])],
        [Small.Handover(name, "other", 2)],
        title: name);

    /// <summary>What HTML can show of a name: no control characters, no half of a character.</summary>
    private static string Readable(string name) => name
        .Replace('\n', ' ').Replace('\t', ' ').Replace('\0', '\ufffd').Replace('\u0007', '\ufffd')
        .Replace("\ud83d lone", "\ufffd lone");
}
