using Handouts.Notebooks;

namespace Handouts.Execution.Protocol;

/// <summary>What a child tells its parent.</summary>
internal abstract record ChildMessage(string CellId);

/// <summary>A cell begins.</summary>
internal sealed record CellStarted(string CellId) : ChildMessage(CellId);

/// <summary>A cell has shown something; console text may come in pieces.</summary>
internal sealed record CellShowed(string CellId, Output Output) : ChildMessage(CellId);

/// <summary>A cell has ended; a null error is success.</summary>
internal sealed record CellEnded(string CellId, TimeSpan Elapsed, ErrorOutput? Error, bool AsExpected)
    : ChildMessage(CellId);

/// <summary>Something was printed by a cell that had ended.</summary>
internal sealed record CellPrintedTooLate(string CellId) : ChildMessage(CellId);

/// <summary>The values of a parameters cell, as JSON.</summary>
internal sealed record InputsRead(string CellId, string Json) : ChildMessage(CellId);

/// <summary>All is done; nothing follows.</summary>
internal sealed record RunEnded() : ChildMessage("");
