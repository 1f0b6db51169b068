namespace Handouts.Execution;

/// <summary>How the run of a cell ended.</summary>
internal enum CellState
{
    /// <summary>An earlier cell failed, or the run ended before its turn.</summary>
    NotRun,

    /// <summary>It needs a package that is not here; its outputs are those of the notebook.</summary>
    NotHere,

    /// <summary>It is being run.</summary>
    Running,

    /// <summary>It ran to its end.</summary>
    Passed,

    /// <summary>It failed with the exception that it is there to show.</summary>
    FailedAsExpected,

    /// <summary>It did not compile, threw, or ended the process.</summary>
    Failed,

    /// <summary>It was running when the time limit was reached.</summary>
    TimedOut,

    /// <summary>It was running when the run was interrupted.</summary>
    Interrupted,
}
