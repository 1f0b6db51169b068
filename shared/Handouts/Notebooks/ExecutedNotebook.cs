namespace Handouts.Notebooks;

/// <summary>A notebook that was run, now or before. Its outputs are read when they are asked for.</summary>
internal sealed class ExecutedNotebook(Func<Notebook> read)
{
    private readonly Lazy<Notebook> _notebook = new(read);

    public ExecutedNotebook(Notebook notebook)
        : this(() => notebook)
    {
    }

    /// <summary>What stands for this run and no other; null if it is not kept.</summary>
    public string? Key { get; init; }

    /// <summary>The notebook with its outputs.</summary>
    public Notebook Notebook => _notebook.Value;
}
