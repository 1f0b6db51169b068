using Handouts.Execution;

namespace Handouts.Commands;

/// <summary>What the caller of <c>run</c> asked for.</summary>
internal sealed record RunOptions(
    IReadOnlyList<string> Notebooks,
    RunSettings Settings,
    bool Write,
    string? TimelinesFolder,
    string? ReportFile,
    bool Watch);
