namespace Handouts.Execution.Protocol;

/// <summary>What a parent asks of its child; the compiled cells follow one by one.</summary>
internal sealed record ChildRequest(IReadOnlyList<RequestedCell> Cells);

/// <summary>A code cell to run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ExpectedError">The type of the exception that it is there to show, or null.</param>
/// <param name="Inputs">The variables to report after it.</param>
internal sealed record RequestedCell(string Id, string? ExpectedError, IReadOnlyList<string>? Inputs);
