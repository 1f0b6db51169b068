using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Tests.Timelines;

public sealed class TimelineFormatTests
{
    public static TheoryData<string> Ids => [.. Reference.Ids];

    [Fact]
    public void Ids_AreAllSeventy() => Assert.Equal(70, Reference.Ids.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Read_ReferenceRun_LosesNothing(string id)
    {
        var json = Reference.Json(id);
        var timeline = TimelineFormat.Read(json);
        AssertRoundTrip(timeline);

        var written = TimelineFormat.Write(timeline, id)["expected"]!;
        foreach (var part in new[] { "spans", "instants", "counters" })
        {
            AssertSame(json["expected"]![part]!.AsArray(), written[part]!.AsArray());
        }

        Assert.Equal(Canonical(json["expected"]!["summary"]!), Canonical(written["summary"]!));
    }

    [Theory]
    [InlineData("""{}""", "'expected' is missing")]
    [InlineData("""{"expected":{}}""", "'summary' is missing")]
    [InlineData("""{"expected":{"summary":{"outcome":"done","total_s":1}}}""", "'done' is not an outcome")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":"long"}}}""", "")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1e300}}}""", "")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"spans":{}}}""", "")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"spans":[null]}}""", "'spans' holds a null")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"spans":[{"lane":"a"}]}}""", "'state' is missing")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"spans":[{"lane":"a","state":"failed","activity":"idle"}]}}""", "'idle' is not one of")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"counters":[{"name":"n","points":[[1]]}]}}""", "a point of 'n'")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"counters":[{"name":"n","points":[[1,2.5]]}]}}""", "")]
    [InlineData("""{"expected":{"summary":{"outcome":"completed","total_s":1},"wakes":[{"lane":"a","at":0,"kind":"magic"}]}}""", "'magic' is not one of")]
    [InlineData("""{"expected":[]}""", "")]
    public void Read_WhatIsNoRun_SaysSo(string json, string why)
    {
        var problem = Assert.Throws<FormatException>(() => TimelineFormat.Read(JsonNode.Parse(json)!.AsObject()));
        Assert.StartsWith("This is not a timeline in the reference format: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Defaults_LeftOut_ComeBack(string id)
    {
        var written = TimelineFormat.Write(Reference.Timeline(id), id);
        var brief = written.DeepClone().AsObject();
        foreach (var entry in new[] { "spans", "lanes" }.SelectMany(part => brief["expected"]![part]!.AsArray()))
        {
            TimelineDefaults.Drop(entry!.AsObject());
        }

        Assert.True(brief.ToJsonString().Length < written.ToJsonString().Length);
        Assert.Equal(written.ToJsonString(), TimelineFormat.Write(TimelineFormat.Read(brief), id).ToJsonString());
    }

    [Fact]
    public void Write_WaitWithALabelAndNoReason_ComesBackWithoutOne()
    {
        var timeline = new Timeline
        {
            Title = "",
            Outcome = Outcome.Completed,
            Total = TimeSpan.FromSeconds(1),
            Spans = [new Span("a", Activity.Waiting, Ending.Normal, "mail", null, TimeSpan.Zero, TimeSpan.FromSeconds(1))],
        };
        Assert.Null(TimelineFormat.Read(TimelineFormat.Write(timeline, "id")).Spans.Single().Reason);
    }

    /// <summary>Through text and back: every member equal.</summary>
    internal static void AssertRoundTrip(Timeline timeline)
    {
        var text = TimelineFormat.Write(timeline, "id").ToJsonString();
        var again = TimelineFormat.Read(JsonNode.Parse(text)!.AsObject());
        Assert.Equal(timeline.Title, again.Title);
        Assert.Equal(timeline.Outcome, again.Outcome);
        Assert.Equal(timeline.Total, again.Total);
        Assert.Equal(timeline.Spans, again.Spans);
        Assert.Equal(timeline.Wakes, again.Wakes);
        Assert.Equal(timeline.Lanes, again.Lanes);
        Assert.Equal(timeline.Counters.Select(Flat), again.Counters.Select(Flat));
        Assert.Equal(text, TimelineFormat.Write(again, "id").ToJsonString());
    }

    private static string Flat(Counter counter) => $"{counter.Name} {counter.Limit} {string.Join(' ', counter.Points)}";

    private static void AssertSame(JsonArray expected, JsonArray actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (left, right) in expected.Zip(actual))
        {
            foreach (var (name, value) in left!.AsObject())
            {
                Assert.Equal(Canonical(value), Canonical(right![name]));
            }
        }
    }

    /// <summary>One text for one value, whether a number says 1 or 1.0 and in whatever order members come.</summary>
    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Canonical(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical))}]",
        _ => double.TryParse(node.ToJsonString(), out var number) ? $"{number}" : node.ToString(),
    };
}
