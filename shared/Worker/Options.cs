using System.Globalization;

namespace Worker;

/// <summary>Something the caller got wrong, in a sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What follows a worker's task on the command line: names, then <c>--option value</c>.</summary>
internal sealed class Options(string[] arguments)
{
    /// <summary>The name that comes first.</summary>
    public string Subject => arguments is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal)
        ? first
        : throw new UsageException("The task needs a name first: see 'Worker' without arguments.");

    /// <summary>Whether the option stands there.</summary>
    public bool Has(string name) => arguments.Contains("--" + name);

    /// <summary>The text after the option, or what is usual.</summary>
    public string Text(string name, string usual)
    {
        var place = Array.IndexOf(arguments, "--" + name);
        return place < 0 ? usual
            : place + 1 < arguments.Length ? arguments[place + 1]
            : throw new UsageException($"--{name} needs a value.");
    }

    /// <summary>The number after the option, or what is usual.</summary>
    public int Number(string name, int usual) =>
        int.TryParse(Text(name, $"{usual}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"--{name} needs a whole number, not '{Text(name, "")}'.");

    /// <summary>The seconds after the option, or what is usual.</summary>
    public TimeSpan Seconds(string name, double usual) =>
        double.TryParse(Text(name, usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"--{name} needs seconds, not '{Text(name, "")}'.");
}
