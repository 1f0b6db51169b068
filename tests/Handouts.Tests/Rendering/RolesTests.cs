using AngleSharp.Dom;
using Handouts.Notebooks;
using Handouts.Rendering;
using static Handouts.Tests.Rendering.Notebooks;

namespace Handouts.Tests.Rendering;

public sealed class RolesTests
{
    [Fact]
    public async Task Title_WithFactsAndDeck_IsTheHeadOfThePage()
    {
        var page = await PageAsync(Text("title", "# 08 Semaphore: a ceiling\n\n*Part two: tools · 35 minutes*\n\nStarting is easy."));

        Assert.Equal("08 Semaphore: a ceiling", page.QuerySelector("header.title h1")!.TextContent);
        Assert.Equal(["Part two: tools", "35\u00a0minutes"], page.QuerySelectorAll(".facts li").Select(item => item.TextContent));
        Assert.Equal("Starting is easy.", page.QuerySelector(".deck")!.TextContent);
    }

    [Fact]
    public async Task Objectives_AfterTitle_StandInTheHead()
    {
        var page = await PageAsync(Text("title", "# 08 X"), Text("objectives", "**Afterwards you can**\n\n- do\n- see"), Text("plain", "Text."));

        Assert.Equal(2, page.QuerySelectorAll("header.title .able li").Length);
        Assert.Null(page.QuerySelector("header.title p:not(.able-h)"));
    }

    [Fact]
    public async Task Headings_WithMinutes_AreLanesOfTheContents()
    {
        var page = await PageAsync(
            Text("model", "## The picture\n\nText.", """{"minutes": 2}"""),
            Text("plain", "## Three permits\n\nText.", """{"minutes": 6}"""));

        Assert.Equal(["#the-picture", "#three-permits"], page.QuerySelectorAll(".toc ol a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["0%", "25%"], page.QuerySelectorAll(".toc .bar-").Select(bar => bar.GetAttribute("x")));
        Assert.Equal(["25%", "75%"], page.QuerySelectorAll(".toc .bar-").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task Predict_WithChoices_HoldsOutputsBackUpToTheInsight()
    {
        var page = await PageAsync(
            Text("predict", "**Predict.** When?\n\n- now\n- later", """{"answer": 2, "because": "It waits for `gate`."}"""),
            Code("1", new StreamOutput("stdout", "later")),
            Text("insight", "**Know why.** A permit wakes one."),
            Code("2", new StreamOutput("stdout", "free")));

        var form = page.QuerySelector("form.question")!;
        Assert.Equal("When?", form.QuerySelector("legend")!.TextContent.Replace("Predict", "", StringComparison.Ordinal));
        Assert.Equal("2", form.GetAttribute("data-answer"));
        Assert.Equal("It waits for <code>gate</code>.", form.QuerySelector(".because")!.InnerHtml);
        Assert.Equal(form.Id, page.QuerySelector(".gate")!.GetAttribute("data-ask"));
        Assert.Equal("later", page.QuerySelector(".gate .hideable pre")!.TextContent);
        Assert.NotNull(page.QuerySelector(".gate .fold .why"));
        Assert.Equal("free", Assert.Single(page.QuerySelectorAll(".out.text"), output => output.Closest(".gate") is null).QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task Predict_ChartThatMarksItsAnswer_KeepsTheRestOnShow()
    {
        var page = await PageAsync(
            Text("predict", "**Predict.** When?\n\n- now"),
            Code("1", Fragment("<figure><p>lanes</p><p class=\"hideable\">bars</p></figure>")));

        Assert.Equal("bars", Assert.Single(page.QuerySelectorAll(".hideable")).TextContent);
    }

    [Fact]
    public async Task Insight_WithLead_MovesTheLeadToTheGutter()
    {
        var page = await PageAsync(Text("insight", "**Know why.** A permit wakes one.\n\nMore."));

        Assert.Equal("A permit wakes one.", page.QuerySelector(".why > p")!.TextContent);
        Assert.Equal("Know why", page.QuerySelector(".why > .side")!.TextContent);
    }

    [Fact]
    public async Task Compare_RowWithMark_SaysTakeCare()
    {
        var page = await PageAsync(Text("compare", "| Want | asyncio | .NET |\n|-|-|-|\n| ⚠ Order | yes | no |\n| Wait | a | b |"));

        var care = Assert.Single(page.QuerySelectorAll(".compare tr.care"));
        Assert.Equal("Take careOrder", care.QuerySelector("th")!.TextContent);
        Assert.Equal(["asyncio", ".NET"], care.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-label")));
    }

    [Fact]
    public async Task Claim_WithStruckWords_ShowsBothVoicesAndTheVerdict()
    {
        var page = await PageAsync(Text("claim", "**The lecture says** · *imprecise*\n\n> They run ~~in batches~~.\n\n**What happens.** Three at a time."));

        Assert.Equal("in batches", page.QuerySelector(".claim .said del")!.TextContent);
        Assert.Equal("imprecise", page.QuerySelector(".claim .tag")!.TextContent);
        Assert.Equal("Three at a time.", page.QuerySelector(".claim dd:not(.said)")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pitfall_WithItsCells_EndsAtTheNextHeading()
    {
        var page = await PageAsync(
            Text("pitfall", "### Lost\n\nText."), Code("pitfall", "1", [new ErrorOutput("StuckException", "stuck", [])]), Text("plain", "### Next\n\nText."));

        var pitfall = Assert.Single(page.QuerySelectorAll(".pitfall"));
        Assert.Equal("StuckException", pitfall.QuerySelector(".out.error .what")!.TextContent);
        Assert.DoesNotContain("Next", pitfall.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exercise_WithHints_IsOneBoxUnderItsHeading()
    {
        var page = await PageAsync(
            Text("exercise", "## Exercise\n\nBring all home."),
            Code("exercise", "var x = 1;", []),
            Text("hint", "<details><summary>First hint</summary>\n\nCount **twice**.\n\n</details>"),
            Text("plain", "## After"));

        var box = Assert.Single(page.QuerySelectorAll(".exercise"));
        Assert.Equal("twice", box.QuerySelector("details.more strong")!.TextContent);
        Assert.NotNull(box.QuerySelector(".code"));
        Assert.Equal("H2", box.PreviousElementSibling!.TagName);
        Assert.Contains("Count twice.", page.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiz_Choices_OpenAndOneIsRight()
    {
        var page = await PageAsync(Text("quiz", """
            When?

            <details><summary>now</summary>

            **Not this one.** Too early.

            </details>
            <details><summary>later</summary>

            **Right.** After the first.

            </details>
            """));

        var choices = page.QuerySelectorAll(".quiz details.choice");
        Assert.Equal(2, choices.Length);
        Assert.Equal("After the first.", Assert.Single(page.QuerySelectorAll(".choice.right")).QuerySelector("p")!.TextContent);
        Assert.Single(choices.Select(choice => choice.GetAttribute("name")).Distinct());
    }

    [Fact]
    public async Task Takeaways_WithNextLink_DropIt()
    {
        var page = await PageAsync(Text("takeaways", "- One\n- Two\n\nNext: [Racing](09-racing.ipynb)"));

        Assert.Equal(2, page.QuerySelectorAll("ol.takeaways li").Length);
        Assert.DoesNotContain("Next:", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeper_WithHeading_FoldsUpToTheNextOfItsLevel()
    {
        var page = await PageAsync(
            Text("deeper", "### Fairness\n\nOrder."), Code("1"), Text("plain", "#### Detail"), Text("plain", "### Next"));

        var folded = Assert.Single(page.QuerySelectorAll("details.deeper"));
        Assert.Contains("Detail", folded.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Next", folded.TextContent, StringComparison.Ordinal);
        Assert.False(folded.HasAttribute("open"));
    }

    [Fact]
    public async Task Note_AfterParagraph_StandsBesideIt()
    {
        var page = await PageAsync(Text("plain", "A shop asks.\n\n> **Note.** Each connection counts."));

        Assert.Equal("Each connection counts.", page.QuerySelector(".noted > p + .note")!.TextContent);
    }

    [Fact]
    public async Task Parameters_ByTag_AreLabelled()
    {
        var cell = Code("var permits = 3;") with { Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("parameters") } };

        var page = await PageAsync(cell);

        Assert.Contains("inputs", page.QuerySelector(".cell > .side")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IElement> PageAsync(params Cell[] cells)
    {
        var notebook = Of(cells);
        var page = await HandoutRenderer.PageAsync(notebook, [notebook], Edition.Student, stop: TestContext.Current.CancellationToken);
        return Html.Read(page.Html).Owner!.DocumentElement;
    }
}
