using AsyncAtScale.Charts;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Charts;

/// <summary>Where the numbers of a series chart come from.</summary>
public class SeriesTests
{
    private static readonly Counter Depth = new("queue-depth", 5, [new(Small.At(0.2), 3), new(Small.At(0.5), 5)]);

    [Fact]
    public void Counter_OfARun_HasItsPointsAndHoldsToTheEnd()
    {
        var series = Series.Counter(Small.Run(2, [], counters: [Depth]), "queue-depth");

        Assert.Equal("queue depth", series.Name);
        Assert.Equal([new(0.2, 3), new(0.5, 5)], series.Points);
        Assert.Equal((2, 5), (series.Until, series.Peak));
    }

    [Fact]
    public void Counter_InFlight_IsDerivedFromTheSpans()
    {
        var series = Series.Counter(Small.Run(2, [Small.Work("a", 0, 2), Small.Work("b", 0.5, 1)]), "in-flight", "at work");

        Assert.Equal("at work", series.Name);
        Assert.Equal([new(0, 1), new(0.5, 2), new(1, 1), new(2, 0)], series.Points);
    }

    [Fact]
    public void Counter_ThatIsNotThere_NamesThoseThatAre() =>
        Assert.Contains("queue-depth", Assert.Throws<ArgumentException>(() => Series.Counter(Small.Run(2, [], counters: [Depth]), "depth")).Message);

    [Theory]
    [InlineData(0.5, 0.2, 1)]
    [InlineData(0, -0.1, 1)]
    [InlineData(0, double.NaN, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void Steps_ThatCannotBeDrawn_AreRefused(double first, double second, double value) =>
        Assert.Contains("must not run backwards", Assert.Throws<ArgumentException>(() => Series.Steps("a", [(first, 1), (second, value)])).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Bars_OfAnIntervalWithoutLength_AreRefused(double per)
    {
        Assert.Contains("no length", Assert.Throws<ArgumentException>(() => Series.Bars("a", per, [1])).Message);
        Assert.Contains("no length", Assert.Throws<ArgumentException>(() => Throughput.Of(Small.Run(1, []), "put", per)).Message);
        Assert.Contains("no length", Assert.Throws<ArgumentException>(() => Latency.Percentiles(Small.Run(1, []), per)).Message);
    }

    [Fact]
    public void Throughput_OfAnInstant_CountsEachOnceAndTheLastMomentToo()
    {
        Instant[] instants = [.. new[] { 0, 0.1, 0.3, 0.6, 1 }.Select(at => Small.Happens("a", "put", at)), Small.Happens("a", "got", 0.2)];

        var series = Throughput.Of(Small.Run(1, [], instants), "put", 0.3);

        Assert.Equal([2, 1, 1, 1], series.Points.Select(point => point.Value));
        Assert.Equal([0, 0.3, 0.6, 0.9], series.Points.Select(point => point.At));
        Assert.Equal(1.2, series.Until);
    }

    [Fact]
    public void Throughput_ByStatus_SetsRefusalsApart()
    {
        Instant[] instants = [.. new[] { 200, 429, 200, 503 }.Select(status => Small.Happens("a", "answer", 0.5, new() { ["status"] = status }))];

        var series = Throughput.ByStatus(Small.Run(1, [], instants), 1);

        Assert.Equal(["200 served", "429 refused", "503 fault"], series.Select(one => one.Name));
        Assert.Equal([2, 1, 1], series.Select(one => one.Peak));
        Assert.Equal([Ending.Normal, Ending.Cancelled, Ending.Failed], series.Select(one => one.Ending));
    }

    [Fact]
    public void Throughput_ByEnding_CountsWorkOnly()
    {
        Span[] spans =
        [
            Small.Work("a", 0, 1), Small.Work("b", 0, 1.5, ending: Ending.TimedOut), Small.Wait("c", 0, 1, WaitReason.Permit),
            Small.Work("d", 0, null, ending: Ending.Abandoned), Small.Work("e", 0, 1, Span.CleanUpLabel),
        ];

        var series = Throughput.ByEnding(Small.Run(2, spans), 1);

        Assert.Equal([("finished", 0, 1), ("timed out", 0, 1)], series.Select(one => (one.Name, one.Points[0].Value, one.Points[1].Value)));
    }

    [Fact]
    public void Throughput_InTooManyIntervals_SaysSo() =>
        Assert.Contains("longer", Assert.Throws<ArgumentException>(() => Throughput.Of(Small.Run(1000, []), "put", 0.001)).Message);

    [Fact]
    public void Latency_Percentiles_AreNearestRanks()
    {
        Span[] spans = [.. Enumerable.Range(1, 100).Select(i => Small.Work($"c-{i}", 0, i / 100.0)), Small.Work("late", 0, 0.9, ending: Ending.TimedOut)];

        var series = Latency.Percentiles(Small.Run(3, spans), 2);

        Assert.Equal(["p50", "p95", "p99"], series.Select(one => one.Name));
        Assert.Equal([0.5, 0.95, 0.99], series.Select(one => Assert.Single(one.Points).Value));
        Assert.All(series, one => Assert.Equal(1, one.Points[0].At));
    }

    [Fact]
    public void Latency_OfAnIntervalInWhichNothingEnds_HasNoPoint()
    {
        var series = Assert.Single(Latency.Percentiles(Small.Run(3, [Small.Work("a", 0, 0.5), Small.Work("b", 2, 2.5)]), 1, 100));

        Assert.Equal([new(0.5, 0.5), new(2.5, 0.5)], series.Points);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Latency_OfNoPercentile_IsRefused(int percentile) =>
        Assert.Contains($"no percentile {percentile}", Assert.Throws<ArgumentException>(() => Latency.Percentiles(Small.Run(1, []), 1, percentile)).Message);
}
