namespace Worker.Engines;

/// <summary>Where the engines' programs lie on this machine, if they are installed.</summary>
internal static class Installed
{
    /// <summary>
    /// RabbitMQ's own script, if it is there: Debian's wrapper of it in /usr/sbin insists on the data folder of the system.
    /// </summary>
    public static string? RabbitServer { get; } = Find("rabbitmq-server", ["/usr/lib/rabbitmq/bin", .. SearchPath]);

    /// <summary>The folder of PostgreSQL's programs; Debian keeps the server's off the search path.</summary>
    public static string? PostgresFolder { get; } = Path.GetDirectoryName(Find("initdb", [.. DebianFolders(), .. SearchPath]));

    /// <summary>What is missing, or null.</summary>
    public static string? Missing => (RabbitServer, PostgresFolder) switch
    {
        (null, null) => "RabbitMQ and PostgreSQL are",
        (null, _) => "RabbitMQ is",
        (_, null) => "PostgreSQL is",
        _ => null,
    };

    private static string[] SearchPath =>
        Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder).Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static string? Find(string program, IEnumerable<string> folders) =>
        Environment.GetEnvironmentVariable("COURSE_BROKERS") == "none" ? null : folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
