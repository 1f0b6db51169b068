using System.Text.Json.Nodes;

namespace Handouts.Execution.References;

/// <summary>
/// Holds a timeline against a reference run, by the matching rules of <c>tests/reference/README.md</c>: what the
/// reference records must be there, at the same times and in the same order within a lane; more may be.
/// </summary>
internal static class ReferenceMatch
{
    /// <summary>One sentence per mismatch; none if the timeline reproduces the run.</summary>
    public static IReadOnlyList<string> Differences(JsonObject timeline, JsonObject reference)
    {
        var expected = ComparedRun.Read(reference);
        try
        {
            var got = ComparedRun.Read(timeline);
            var instants = InstantMatch.Compared(got.Instants, expected);
            return
            [
                .. SpanMatch.Differences(got.Spans, expected.Spans),
                .. InstantMatch.Differences(instants, expected.Instants),
                .. CounterMatch.Differences(got.Counters, expected.Counters),
                .. SummaryMatch.Differences(got, instants, expected),
            ];
        }
        catch (FormatException problem)
        {
            return [problem.Message];
        }
    }
}
