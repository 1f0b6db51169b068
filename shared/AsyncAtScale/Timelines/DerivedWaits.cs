namespace AsyncAtScale.Timelines;

/// <summary>
/// The time of a lane that no recorded activity covers. The lane was alive and did nothing that we know:
/// it waited, whatever for. So code that uses nothing but the BCL still gives a truthful chart.
/// </summary>
internal sealed class DerivedWaits(
    IReadOnlyList<Span> recorded,
    IReadOnlyList<LaneLife> lives,
    Outcome outcome,
    TimeSpan total)
{
    /// <summary>The lane of the main task.</summary>
    public const string MainLane = "main";

    public IEnumerable<Span> Find()
    {
        var byLane = recorded.ToLookup(span => span.Lane);
        return lives
            .Where(life => IsTold(life, byLane))
            .SelectMany(life => Gaps(life, byLane[life.Name]));
    }

    /// <summary>That the main task waits for its children is no news; only if it acts itself is it shown.</summary>
    private bool IsTold(LaneLife life, ILookup<string, Span> byLane) =>
        life.Name != MainLane || lives.Count == 1 || byLane[life.Name].Any();

    private IEnumerable<Span> Gaps(LaneLife life, IEnumerable<Span> spans)
    {
        var covered = life.Start;
        foreach (var span in spans.Where(span => span.Start >= life.Start && (life.End is null || span.Start <= life.End)))
        {
            if (span.Start > covered)
            {
                yield return Wait(life.Name, covered, span.Start);
            }

            if (span.End is null)
            {
                yield break;
            }

            covered = span.End > covered ? span.End.Value : covered;
        }

        if (life.End is { } end)
        {
            if (end > covered)
            {
                yield return Wait(life.Name, covered, end);
            }
        }
        else if (outcome == Outcome.Deadlock)
        {
            yield return Wait(life.Name, covered, null) with { Ending = Ending.Stuck };
        }
        else if (total > covered)
        {
            yield return Wait(life.Name, covered, null) with { Ending = Ending.Abandoned };
        }
    }

    private static Span Wait(string lane, TimeSpan from, TimeSpan? to) =>
        new(lane, Activity.Waiting, Ending.Normal, null, null, from, to) { IsDerived = true };
}
