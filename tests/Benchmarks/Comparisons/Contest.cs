namespace Benchmarks.Comparisons;

/// <summary>What is compared.</summary>
/// <param name="Work">The work, for example "semaphore, uncontended".</param>
/// <param name="Peer">Whom it is compared with.</param>
/// <param name="Operations">How many operations one call does; times are given per operation.</param>
/// <param name="Target">The ratio not to exceed, or null if there is none.</param>
internal sealed record Contest(string Work, string Peer, int Operations, double? Target);
