namespace Handouts.Notebooks.Contracts;

/// <summary>How a cell's outputs are compared with the committed ones: its <c>course.check</c>.</summary>
internal enum CheckMode
{
    /// <summary>The name is not known.</summary>
    Unknown,

    /// <summary>Everything, in order.</summary>
    Exact,

    /// <summary>Everything, in any order of lines.</summary>
    LinesAnyOrder,

    /// <summary>As exact; the cell fails with the exception it names.</summary>
    Error,

    /// <summary>Only what kinds of things are shown; the reason is given.</summary>
    Varies,
}

/// <summary>Reads modes.</summary>
internal static class CheckModes
{
    public static CheckMode Of(Cell cell) => cell.Course.Check.Split(':', 2, StringSplitOptions.TrimEntries) switch
    {
        ["exact"] => CheckMode.Exact,
        ["lines-any-order"] => CheckMode.LinesAnyOrder,
        ["error", { Length: > 0 }] => CheckMode.Error,
        ["varies", { Length: > 0 }] => CheckMode.Varies,
        _ => CheckMode.Unknown,
    };
}
