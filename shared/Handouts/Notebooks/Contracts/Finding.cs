namespace Handouts.Notebooks.Contracts;

/// <summary>Something in a notebook that is not as the course wants it.</summary>
/// <param name="Notebook">The notebook's name.</param>
/// <param name="CellId">The cell, or null if it concerns the whole notebook.</param>
/// <param name="Sentence">What is wrong; for a drifted output the first difference.</param>
internal sealed record Finding(string Notebook, string? CellId, string Sentence)
{
    public override string ToString() => CellId is null ? $"{Notebook}: {Sentence}" : $"{Notebook}#{CellId}: {Sentence}";
}
