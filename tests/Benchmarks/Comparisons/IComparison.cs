namespace Benchmarks.Comparisons;

/// <summary>
/// The same work twice: by this course's primitive and by the one that .NET has for it. BenchmarkDotNet runs it
/// (<c>--filter '*'</c>), and so does <see cref="Ratios"/>, which takes turns.
/// </summary>
internal interface IComparison
{
    /// <summary>The work, the peer and the target.</summary>
    Contest About { get; }

    /// <summary>The work done with what .NET has.</summary>
    Task Peer();

    /// <summary>The work done with ours.</summary>
    Task Ours();
}
