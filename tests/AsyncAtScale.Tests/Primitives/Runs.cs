using AsyncAtScale.Demos;
using AsyncAtScale.Timelines;
using static AsyncAtScale.Demos.Demo;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>Runs of small scenarios, and what is asked of their timelines.</summary>
internal static class Runs
{
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A virtual run that returns, and whose timeline keeps the invariants.</summary>
    public static async Task<Timeline> Timeline(Func<Task> body)
    {
        var run = await Run("test", body, Pace.Virtual);
        if (run.Exception is not null)
        {
            throw new InvalidOperationException(run.Exception.ToString(), run.Exception);
        }

        Assert.Empty(TimelineInvariants.Violations(run.Timeline));
        return run.Timeline;
    }

    /// <summary>Work in a lane of its own, with a result or a failure.</summary>
    public static Task<string> Job(string name, double seconds, Exception? error = null, CancellationToken token = default) =>
        Lane(name, async () =>
        {
            await Work(seconds, error: error, cancellationToken: token);
            return $"{name} ok";
        });

    public static Task Pause(double seconds, CancellationToken token = default) => Task.Delay(Seconds(seconds), Clock, token);

    /// <summary>"reason 0.1-0.5 Normal" for each recorded wait of a lane.</summary>
    public static IEnumerable<string> Waits(Timeline timeline, string lane) =>
        timeline.SpansOf(lane)
            .Where(span => span is { Activity: Activity.Waiting, IsDerived: false })
            .Select(span => FormattableString.Invariant($"{span.Reason} {span.Start.TotalSeconds}-{span.End?.TotalSeconds} {span.Ending}"));

    /// <summary>"kind cause at" for each wake of a lane but its start.</summary>
    public static IEnumerable<string> Wakes(Timeline timeline, string lane) =>
        timeline.Wakes
            .Where(wake => wake.Lane == lane && wake.Kind != WakeKind.Start)
            .Select(wake => FormattableString.Invariant($"{wake.Kind} {wake.Cause ?? "-"} {wake.At.TotalSeconds}"));

    public static IEnumerable<double> Times(Timeline timeline, string lane, string instant) =>
        timeline.InstantsOf(lane).Where(candidate => candidate.Name == instant).Select(candidate => candidate.At.TotalSeconds);
}
