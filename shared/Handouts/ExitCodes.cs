namespace Handouts;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>A cell failed or an output drifted.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or an unreadable notebook.</summary>
    public const int Usage = 2;

    /// <summary>A notebook reached its time limit.</summary>
    public const int TimeLimit = 3;

    /// <summary>Interrupted by Ctrl-C or a request to end.</summary>
    public const int Interrupted = 130;
}
