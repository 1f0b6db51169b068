using System.Runtime.ExceptionServices;

namespace AsyncAtScale.Demos;

/// <summary>A run with a result.</summary>
/// <typeparam name="T">What the example returns.</typeparam>
public class DemoRun<T> : DemoRun
{
    private readonly T? _result;

    internal DemoRun(string title, DemoOutcome<T> outcome)
        : base(FactSheet.Close(title, outcome.Recorder, outcome.Outcome, outcome.Result), outcome.Exception, outcome.SlowSteps) =>
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
}
