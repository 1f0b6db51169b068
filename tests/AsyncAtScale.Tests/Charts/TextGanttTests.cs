using AsyncAtScale.Charts;

namespace AsyncAtScale.Tests.Charts;

/// <summary>The chart in characters.</summary>
public class TextGanttTests
{
    public static TheoryData<string> Runs => Reference.All;

    [Fact]
    public void ToString_OfNineSessionsBehindThreePermits_IsThePictureInCharacters()
    {
        const string Expected = """
            Nine sessions, three at a time: starts at 0, 0.3, 0.6 s; 0.9 s in all.

                             0                 0.3                0.6                0.9 s
                             └──────────────────┴──────────────────┴──────────────────┘
            session-1        ███████████████████●
            session-2        ███████████████████●
            session-3        ███████████████████●
            session-4        ·· permit ·········███████████████████●
            session-5        ·· permit ·········███████████████████●
            session-6        ·· permit ·········███████████████████●
            session-7        ·· permit ····························███████████████████●
            session-8        ·· permit ····························███████████████████●
            session-9        ·· permit ····························███████████████████●

                             limit 3 permits ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
            permits in use 3 █████████████████████████████████████████████████████████
                           2 █████████████████████████████████████████████████████████
                           1 █████████████████████████████████████████████████████████
                             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔

            █ running   ··· waiting, with its reason   ● finished
            """;

        Assert.Equal(Expected, new GanttChart(Reference.Timeline("lecture24-24.1.as-written")).ToString());
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ToString_OfAnyRun_HasNoLineAboveEightyColumns(string id) =>
        Assert.DoesNotContain(new GanttChart(Reference.Timeline(id)).ToString().Split('\n'), line => line.Length > 80 || line != line.TrimEnd());

    [Fact]
    public void ToString_OfADeadlock_MarksEveryLaneThatNeverEnds()
    {
        var lines = new GanttChart(Reference.Timeline("lesson3-V.2.as-written")).ToString().Split('\n');

        Assert.Equal(5, lines.Count(line => line.StartsWith("request-", StringComparison.Ordinal) && line.EndsWith('∞')));
    }

    [Fact]
    public void ToString_OfBarsOfKnownLength_ScalesThemEvenly()
    {
        var lines = new GanttChart(Small.Run(4, [Small.Work("one", 0, 1), Small.Work("two", 0, 2), Small.Work("four", 0, 4)])).ToString().Split('\n');
        int Length(string lane) => lines.Single(line => line.StartsWith(lane, StringComparison.Ordinal)).Count(letter => letter == '█');

        Assert.Equal(Length("four"), 2 * Length("two"));
        Assert.Equal(Length("four"), 4 * Length("one"));
    }
}
