using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>How the code of a cell ended.</summary>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="HasValue">True if it ended with an expression to show.</param>
/// <param name="Value">That expression's value.</param>
internal sealed record CellResult(ErrorOutput? Error, bool HasValue = false, object? Value = null);
