namespace Handouts.Rendering;

/// <summary>Where to export, for whom, and how.</summary>
internal sealed record ExportOptions
{
    /// <summary>The folder for the pages; null for the usual one.</summary>
    public string? Folder { get; init; }

    /// <summary>For whom.</summary>
    public Edition Edition { get; init; } = Edition.Student;

    /// <summary>How many notebooks run side by side, at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>False to run notebooks that have not changed, too.</summary>
    public bool UseCache { get; init; } = true;
}
