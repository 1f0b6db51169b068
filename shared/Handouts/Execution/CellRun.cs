using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>What happened to one code cell.</summary>
internal sealed record CellRun(string Id)
{
    public CellState State { get; init; }

    /// <summary>From its start, compilation included, to its end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What it showed, an error last.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>Why it failed, with the place where it is known.</summary>
    public ErrorOutput? Error { get; init; }

    /// <summary>True if it printed something after it had ended, which no reader sees.</summary>
    public bool PrintedTooLate { get; init; }

    /// <summary>The package that it needs and that is not here, or null.</summary>
    public string? Missing { get; init; }

    /// <summary>True if nothing went wrong in it.</summary>
    public bool IsGood => State is CellState.Passed or CellState.FailedAsExpected or CellState.NotHere;
}
