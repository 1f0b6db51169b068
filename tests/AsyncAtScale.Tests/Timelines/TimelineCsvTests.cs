using System.Globalization;
using System.Text.Json.Nodes;
using AsyncAtScale.Tests.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Timelines;

/// <summary>A table that spreadsheets read, whatever the names are; and the text of the reference format.</summary>
public sealed class TimelineCsvTests
{
    private const string Head = "lane,activity,ending,label,reason,start_s,end_s,duration_s";

    public static TheoryData<string> Ids => [.. Reference.Ids];

    [Fact]
    public void ToCsv_OfARun_IsALineASpan()
    {
        var timeline = Small.Run(2, [Small.Work("a", 0, 0.5, "page"), Small.Wait("b", 0, 2, WaitReason.Permit), new Span("c", Activity.Waiting, Ending.Stuck, null, WaitReason.Lock, Small.At(0.1), null)]);

        Assert.Equal($"{Head}\r\na,running,normal,page,,0,0.5,0.5\r\nb,waiting,normal,,permit,0,2,2\r\nc,waiting,stuck,,lock,0.1,,\r\n", timeline.ToCsv());
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    public void ToCsv_OfAnAwkwardName_IsQuotedAndNoFormula(string name, string cell) =>
        Assert.StartsWith($"{Head}\r\n{cell},running,", Small.Run(1, [Small.Work(name, 0, 1)]).ToCsv(), StringComparison.Ordinal);

    [Fact]
    public void ToCsv_InACultureWithDecimalCommas_WritesPoints()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;
            Assert.EndsWith(",0.25,1.5,1.25\r\n", Small.Run(2, [Small.Work("a", 0.25, 1.5)]).ToCsv(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(HostileNamesTests.Names), MemberType = typeof(HostileNamesTests))]
    public void ToCsv_WithAHostileName_HasEightCellsALine(string name)
    {
        var timeline = HostileNamesTests.Everywhere(name);

        var rows = Rows(timeline.ToCsv());

        Assert.All(rows, row => Assert.Equal(8, row.Count));
        Assert.Equal([.. timeline.Spans.Select(span => span.Lane.TrimStart('\''))], rows.Skip(1).Select(row => row[0].TrimStart('\'')));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ToJson_OfEveryReferenceRun_ReadsBackTheSame(string id)
    {
        var timeline = Reference.Timeline(id);

        var back = TimelineFormat.Read(JsonNode.Parse(timeline.ToJson())!.AsObject());

        Assert.Equal(timeline.ToJson(), back.ToJson());
        Assert.Equal(timeline.ToChromeTrace(), back.ToChromeTrace());
        Assert.Equal(timeline.ToCsv(), back.ToCsv());
    }

    /// <summary>A reader of RFC 4180, cell by cell.</summary>
    private static List<List<string>> Rows(string csv)
    {
        var (rows, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (isQuoted)
            {
                isQuoted = csv[i] != '"' || csv[i + 1] == '"';
                i += csv[i] == '"' && isQuoted ? 1 : 0;
                _ = isQuoted ? cell.Append(csv[i]) : cell;
            }
            else if (csv[i] == '"')
            {
                isQuoted = true;
            }
            else if (csv[i] == ',' || (csv[i] == '\r' && csv[i + 1] == '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == '\r')
                {
                    rows.Add(row);
                    row = [];
                    i++;
                }
            }
            else
            {
                cell.Append(csv[i]);
            }
        }

        return rows;
    }
}
