namespace Handouts.Rendering;

/// <summary>A finished page.</summary>
/// <param name="Name">Its file name: "08-semaphore.html".</param>
/// <param name="Html">The whole file; nothing else is needed to show it.</param>
internal sealed record HandoutFile(string Name, string Html);
