using System.Text.Json.Nodes;
using AsyncAtScale.Timelines;
using Worker.Logs;

namespace Worker.Fleets;

/// <summary>One timeline out of the logs of many processes, each moved to our clock.</summary>
internal static class FleetTimeline
{
    public static Timeline Of(Fleet fleet, int permits)
    {
        var workers = fleet.Workers;
        var notes = fleet.Notes;
        var start = workers.Where(HasWorked).Select(FirstMoment).Concat(notes.Select(note => note.Start)).DefaultIfEmpty().Min();
        var now = fleet.Now;
        var spans = workers.SelectMany(worker => Slots(SpansOf(worker, now).SelectMany(span => Paused(span, worker, now)))).Concat(notes.Where(note => !note.IsMark).Select(SpanOf)).ToList();
        var instants = workers.SelectMany(InstantsOf).Concat(notes.Where(note => note.IsMark).Select(InstantOf)).ToList();
        var total = spans.Select(span => span.End!.Value).Concat(instants.Select(instant => instant.At)).DefaultIfEmpty().Max();
        return new Timeline
        {
            Title = fleet.Title,
            Outcome = Outcome.Completed,
            Total = total - start,
            Spans = [.. spans.Select(span => span with { Start = span.Start - start, End = span.End - start }).OrderBy(span => span.Start)],
            Instants = [.. instants.Select(instant => instant with { At = instant.At - start }).OrderBy(instant => instant.At)],
            Counters = permits == 0 ? [] : [InUse(spans, permits, start)],
            Lanes = [.. Lives(workers, notes, spans, total).Select(life => life with { Start = life.Start - start, End = life.End - start })],
        };
    }

    private static bool HasWorked(WorkerProcess worker) => worker.Lines.Any(line => line.Kind is LogKind.Work or LogKind.Wait);

    private static TimeSpan FirstMoment(WorkerProcess worker) =>
        OnOurClock(worker, worker.Lines.First(line => line.Kind is LogKind.Work or LogKind.Wait));

    private static TimeSpan OnOurClock(WorkerProcess worker, LogLine line) => TimeSpan.FromSeconds(line.At) + worker.Clock.Shift;

    private static IEnumerable<Span> SpansOf(WorkerProcess worker, TimeSpan now)
    {
        var lines = worker.Lines;
        var ends = lines.Where(line => line.Kind is LogKind.End or LogKind.CalledOff or LogKind.Fail).ToDictionary(line => line.Span);
        foreach (var begin in lines.Where(line => line.Kind is LogKind.Work or LogKind.Wait))
        {
            var end = ends.GetValueOrDefault(begin.Span);
            var isWork = begin.Kind == LogKind.Work;
            var start = OnOurClock(worker, begin);
            yield return new Span(
                worker.Name,
                isWork ? Activity.Running : Activity.Waiting,
                end?.Kind switch { LogKind.End => Ending.Normal, LogKind.Fail => Ending.Failed, _ => Ending.Cancelled },
                isWork ? begin.Label : null,
                isWork ? null : begin.Label,
                start,
                end is null ? Later(start, worker.EndedAt ?? now) : OnOurClock(worker, end));
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A stretch in which the process stood still is three: before, standing, after.</summary>
    private static IEnumerable<Span> Paused(Span span, WorkerProcess worker, TimeSpan now)
    {
        if (worker.PausedAt is not { } paused || paused <= span.Start || paused >= span.End)
        {
            return [span];
        }

        var resumed = worker.ResumedAt ?? now;
        return
        [
            span with { End = paused, Ending = Ending.Normal },
            span with { Start = paused, End = resumed, Activity = Activity.Blocking, Ending = Ending.Normal, Label = "stands still", Reason = null },
            span with { Start = resumed },
        ];
    }

    /// <summary>A worker with several items in flight has as many lanes: the spans of a lane do not overlap.</summary>
    private static IEnumerable<Span> Slots(IEnumerable<Span> spans)
    {
        var ends = new List<TimeSpan>();
        foreach (var span in spans)
        {
            var slot = ends.FindIndex(end => end <= span.Start);
            if (slot < 0)
            {
                slot = ends.Count;
                ends.Add(default);
            }

            ends[slot] = span.End!.Value;
            yield return slot == 0 ? span : span with { Lane = $"{span.Lane}/{slot + 1}" };
        }
    }

    private static IEnumerable<Instant> InstantsOf(WorkerProcess worker)
    {
        foreach (var line in worker.Lines.Where(line => line.Kind == LogKind.Mark && line.Label != "ready"))
        {
            var detail = line.Detail is null ? [] : new JsonObject { ["item"] = line.Detail };
            yield return new Instant(worker.Name, line.Label, OnOurClock(worker, line), detail);
        }

        if (worker is { WasKilled: true, EndedAt: { } end })
        {
            yield return new Instant(worker.Name, "killed", end, []);
        }
    }

    private static Span SpanOf(FleetNote note) => new(note.Lane, Activity.Waiting, Ending.Normal, null, note.What, note.Start, note.End);

    private static Instant InstantOf(FleetNote note) => new(note.Lane, note.What, note.Start, []);

    /// <summary>From the first thing that a lane did; what came before, the start of the process, is not the run's.</summary>
    private static IEnumerable<LaneLife> Lives(
        IReadOnlyList<WorkerProcess> workers, IReadOnlyList<FleetNote> notes, List<Span> spans, TimeSpan total)
    {
        foreach (var lane in notes.Select(note => note.Lane).Except(workers.Select(worker => worker.Name)).Distinct())
        {
            var start = notes.Where(note => note.Lane == lane).Min(note => note.Start);
            yield return new LaneLife(lane, null, start, total, Ending.Normal);
        }

        foreach (var worker in workers.Where(HasWorked))
        {
            foreach (var slot in spans.Where(span => span.Lane.Split('/')[0] == worker.Name).GroupBy(span => span.Lane))
            {
                var last = slot.Max(span => span.End!.Value);
                var end = worker.WasKilled ? Later(last, worker.EndedAt ?? last) : last;
                var ending = worker.WasKilled ? Ending.Cancelled : slot.MaxBy(span => span.End)!.Ending;
                yield return new LaneLife(slot.Key, null, slot.Min(span => span.Start), end, ending);
            }
        }
    }

    private static Counter InUse(List<Span> spans, int permits, TimeSpan start)
    {
        var working = spans.Where(span => span.Activity == Activity.Running).ToList();
        var changes = working.Select(span => (At: span.Start, Change: 1)).Concat(working.Select(span => (At: span.End!.Value, Change: -1)));
        var inUse = 0;
        var points = new List<CounterPoint>();
        foreach (var (at, change) in changes.OrderBy(change => change.At).ThenBy(change => change.Change))
        {
            inUse += change;
            points.Add(new CounterPoint(at - start, inUse));
        }

        return new Counter("permits-in-use", permits, points);
    }
}
