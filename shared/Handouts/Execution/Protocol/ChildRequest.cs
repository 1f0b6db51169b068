namespace Handouts.Execution.Protocol;

/// <summary>What a parent asks of its child.</summary>
internal sealed record ChildRequest(
    string FileName,
    IReadOnlyList<RequestedCell> Cells,
    IReadOnlyList<Assignment> Assignments,
    bool CollectInputs,
    bool InspectCode);

/// <summary>A code cell to run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Its code.</param>
/// <param name="IsParameters">True if its variables are the inputs of demos.</param>
/// <param name="ExpectedError">The type of the exception that it is there to show, or null.</param>
internal sealed record RequestedCell(string Id, string Source, bool IsParameters, string? ExpectedError);
