namespace AsyncAtScale.Timelines;

/// <summary>The words of the reference format for activities, endings and wakes.</summary>
internal static class StateNames
{
    public static string Of(Activity activity) => activity switch
    {
        Activity.Running => "running",
        Activity.Waiting => "waiting",
        Activity.Blocking => "blocking",
        _ => "backoff",
    };

    public static string Of(Ending ending) => ending switch
    {
        Ending.Normal => "normal",
        Ending.Cancelled => "cancelled",
        Ending.TimedOut => "timed-out",
        Ending.Failed => "failed",
        Ending.Stuck => "stuck",
        _ => "abandoned",
    };

    public static string Of(WakeKind kind) => kind switch
    {
        WakeKind.Handover => "handover",
        WakeKind.Timer => "timer",
        WakeKind.Cancellation => "cancellation",
        _ => "start",
    };

    /// <summary>The state of a span: its activity if it ended normally, else how it ended.</summary>
    public static string Of(Span span) =>
        span.Ending is Ending.Normal or Ending.Abandoned ? Of(span.Activity) : Of(span.Ending);

    public static Activity ParseActivity(string word) => Enum.GetValues<Activity>().Parse(Of, word);

    public static Ending ParseEnding(string word) => Enum.GetValues<Ending>().Parse(Of, word);

    public static WakeKind ParseWakeKind(string word) => Enum.GetValues<WakeKind>().Parse(Of, word);

    private static T Parse<T>(this IEnumerable<T> values, Func<T, string> name, string word)
    {
        foreach (var value in values)
        {
            if (name(value) == word)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"'{word}' is not one of {string.Join(", ", values.Select(name))}");
    }
}
