namespace Handouts.Notebooks.Contracts;

/// <summary>One of the two lectures, by how its lines and runs are called.</summary>
/// <param name="LinePrefix">What the ids of its outline begin with.</param>
/// <param name="RunPrefix">What the ids of its reference runs begin with.</param>
internal sealed record Lecture(string LinePrefix, string RunPrefix)
{
    public static IReadOnlyList<Lecture> All { get; } = [new("O3-", "lesson3-"), new("O24-", "lecture24-")];

    /// <summary>Its lines from the first to the last.</summary>
    public IEnumerable<string> Lines(ReferenceCatalogue catalogue) => Own(catalogue.Outline, LinePrefix);

    /// <summary>Its runs.</summary>
    public IEnumerable<string> Runs(ReferenceCatalogue catalogue) => Own(catalogue.Runs, RunPrefix);

    private static IEnumerable<string> Own(IEnumerable<string> ids, string prefix) =>
        ids.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
