using System.Text;
using System.Text.Json.Nodes;

namespace AsyncAtScale.Timelines;

/// <summary>
/// Writes a timeline as a trace file for <see href="https://ui.perfetto.dev">Perfetto</see> and <c>chrome://tracing</c>: the
/// JSON object form of the <see href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">Trace
/// Event Format</see>.
/// </summary>
/// <remarks>
/// The run is a process, every lane a thread. Spans are complete events ("X"), instants "i", counters "C" (the derived
/// "in-flight" among them), wakes an arrow from "s" to "f". Times are microseconds, to the tenth. The same timeline gives
/// the same text, one event a line; names are escaped, whatever is in them.
/// </remarks>
/// <example>
/// <code>
/// var run = await Demo.Run("One call", () => Demo.Lane("call", () => Demo.Work(0.5)));
/// run.Timeline.ToChromeTrace().Split('\n').First(line => line.Contains("\"X\"")) // {"ph":"X","name":"call","cat":"running","pid":1,"tid":2,"ts":0,"dur":500000,"args":{"activity":"running","ending":"normal"}},
/// </code>
/// </example>
public static class ChromeTrace
{
    private const int Process = 1;

    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);

    /// <summary>The timeline as the text of a trace file.</summary>
    /// <remarks>
    /// What never ended is drawn up to the end of the run; its <c>ending</c>, among the arguments, says so. A wake of
    /// which no lane is the cause, or that has no stretch to start from or to lead to, gives no arrow.
    /// </remarks>
    public static string ToChromeTrace(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var text = new StringBuilder("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
        var separator = "\n";
        foreach (var happened in new Writer(timeline).Events())
        {
            text.Append(separator).Append(happened.ToJsonString());
            separator = ",\n";
        }

        return text.Append("\n]}\n").ToString();
    }

    private sealed class Writer(Timeline timeline)
    {
        private readonly Dictionary<string, int> _threads = Threads(timeline);
        private readonly ILookup<string, Span> _spans = timeline.Spans.ToLookup(span => span.Lane);

        public IEnumerable<JsonObject> Events() =>
        [
            Metadata("process_name", 0, "name", timeline.Title),
            .. _threads.SelectMany(thread => Name(thread.Key, thread.Value)),
            .. timeline.Spans.Select(Complete),
            .. timeline.Instants.Select(Moment),
            .. InFlight.AddTo(timeline.Counters, timeline.Spans, counter => counter).SelectMany(Values),
            .. timeline.Wakes.SelectMany(Arrow),
        ];

        /// <summary>Numbered in order of appearance, which is the order in which viewers show them.</summary>
        private static Dictionary<string, int> Threads(Timeline timeline) => timeline.Lanes.Select(life => life.Name)
            .Concat(timeline.Spans.Select(span => span.Lane))
            .Concat(timeline.Instants.Select(instant => instant.Lane))
            .Distinct()
            .Select((lane, index) => (lane, Number: index + 1))
            .ToDictionary(entry => entry.lane, entry => entry.Number);

        private static IEnumerable<JsonObject> Name(string lane, int thread) =>
        [
            Metadata("thread_name", thread, "name", lane),
            Metadata("thread_sort_index", thread, "sort_index", thread),
        ];

        private static JsonObject Metadata(string name, int thread, string argument, JsonNode value) => new()
        {
            ["ph"] = "M",
            ["name"] = name,
            ["pid"] = Process,
            ["tid"] = thread,
            ["args"] = new JsonObject { [argument] = value },
        };

        private static double Microseconds(TimeSpan time) => time.Ticks / (double)TimeSpan.TicksPerMicrosecond;

        private JsonObject Event(string phase, string name, string category, string lane, TimeSpan at) => new()
        {
            ["ph"] = phase,
            ["name"] = name,
            ["cat"] = category,
            ["pid"] = Process,
            ["tid"] = _threads[lane],
            ["ts"] = Microseconds(at),
        };

        private JsonObject Complete(Span span)
        {
            var happened = Event("X", NameOf(span), StateNames.Of(span), span.Lane, span.Start);
            happened["dur"] = Microseconds(EndOf(span) - span.Start);
            var arguments = new JsonObject { ["activity"] = StateNames.Of(span.Activity), ["ending"] = StateNames.Of(span.Ending) };
            if (span.Reason is { } reason)
            {
                arguments["reason"] = reason;
            }

            happened["args"] = arguments;
            return happened;
        }

        private static string NameOf(Span span) => (span.Label, span.Reason) switch
        {
            ({ Length: > 0 } label, _) => label,
            (_, { Length: > 0 } reason) => reason,
            _ when span.Activity == Activity.Running => span.Lane,
            _ => StateNames.Of(span.Activity),
        };

        private TimeSpan EndOf(Span span) => span.End ?? (timeline.Total > span.Start ? timeline.Total : span.Start);

        private JsonObject Moment(Instant instant)
        {
            var happened = Event("i", instant.Name, "instant", instant.Lane, instant.At);
            happened["s"] = "t";
            happened["args"] = instant.Detail.DeepClone();
            return happened;
        }

        private static IEnumerable<JsonObject> Values(Counter counter) => counter.Points.Select(point => new JsonObject
        {
            ["ph"] = "C",
            ["name"] = counter.Name,
            ["pid"] = Process,
            ["ts"] = Microseconds(point.At),
            ["args"] = new JsonObject { ["value"] = point.Value },
        });

        private IEnumerable<JsonObject> Arrow(Wake wake, int number)
        {
            if (wake.Cause is null || PlaceIn(wake.Cause, wake.At, isTail: true) is not { } from || PlaceIn(wake.Lane, wake.At, isTail: false) is not { } to)
            {
                return [];
            }

            var kind = StateNames.Of(wake.Kind);
            var (tail, head) = (Event("s", kind, "wake", wake.Cause, from), Event("f", kind, "wake", wake.Lane, to));
            (tail["id"], head["id"], head["bp"]) = (number, number, "e");
            return [tail, head];
        }

        /// <summary>
        /// Viewers tie an end of an arrow to the stretch that encloses it, and a stretch no longer encloses its own end. So an arrow
        /// leaves from the last moment of what the cause was doing and leads to the first of what the other does next.
        /// </summary>
        private TimeSpan? PlaceIn(string lane, TimeSpan at, bool isTail)
        {
            var near = _spans[lane].Where(span => span.Start <= at && at <= EndOf(span) && span.Start < EndOf(span)).ToList();
            var span = isTail ? near.FirstOrDefault() : near.LastOrDefault();
            return span is null ? null : at < EndOf(span) ? at : EndOf(span) - OneTick;
        }
    }
}
