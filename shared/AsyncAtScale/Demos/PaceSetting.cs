namespace AsyncAtScale.Demos;

/// <summary>The pace of demos that do not ask for one, from the environment: so one notebook runs at both.</summary>
internal static class PaceSetting
{
    public const string Variable = "COURSE_PACE";

    public static Pace FromEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "virtual" => Pace.Virtual,
        "real" => Pace.Real,
        var other => throw new InvalidOperationException(
            $"The environment variable {Variable} is '{other}'; it can be 'virtual' or 'real'."),
    };
}
