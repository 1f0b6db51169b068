using System.CommandLine;

namespace Handouts.Commands;

/// <summary>The option <c>--timeout S</c>.</summary>
internal static class TimeoutOption
{
    private const double Most = 24 * 60 * 60;

    public static Option<double> Create() => new("--timeout")
    {
        Description = "How many seconds a notebook may take.",
        HelpName = "S",
        DefaultValueFactory = _ => 120,
    };

    /// <exception cref="UsageException">It is no sensible time.</exception>
    public static TimeSpan Parse(double seconds) => seconds is > 0 and <= Most
        ? TimeSpan.FromSeconds(seconds)
        : throw new UsageException($"--timeout takes seconds above 0 and up to {Most:0}.");
}
