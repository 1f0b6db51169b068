using System.Runtime.ExceptionServices;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>A run with a result.</summary>
/// <typeparam name="T">What the example returns.</typeparam>
public class DemoRun<T> : DemoRun
{
    private readonly T? _result;

    internal DemoRun(string title, DemoOutcome<T> outcome)
        : base(WithFacts(outcome.Recorder.Close(title, outcome.Outcome), outcome.Result), outcome.Exception, outcome.SlowSteps) =>
        _result = outcome.Result;

    /// <summary>What the example returned.</summary>
    /// <exception cref="Exception">The exception that ended the example, if it did not return.</exception>
    public T Result
    {
        get
        {
            if (Exception is not null)
            {
                ExceptionDispatchInfo.Throw(Exception);
            }

            return _result!;
        }
    }

    private static Timeline WithFacts(Timeline timeline, T? result)
    {
        foreach (var (name, value) in FactSheet.Of(result))
        {
            timeline.Facts[name] = value?.DeepClone();
        }

        return timeline;
    }
}
