namespace Handouts.Execution;

/// <summary>How a notebook is to be run.</summary>
internal sealed record RunSettings
{
    /// <summary>How long a notebook may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>"virtual" or "real": the clock that demos run on, told to cells as COURSE_PACE.</summary>
    public string Pace { get; init; } = "virtual";

    /// <summary>Variables of parameters cells that get another value.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>True to report the values of the parameters (<see cref="NotebookRun.InputsAt"/>).</summary>
    public bool CollectInputs { get; init; }

    /// <summary>True to hold the cells' code against the course's rules (<see cref="NotebookRun.Findings"/>).</summary>
    public bool InspectCode { get; init; }
}

/// <summary>A variable of a parameters cell and the expression that replaces its value.</summary>
internal sealed record Assignment(string Name, string Expression);
