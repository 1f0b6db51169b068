using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>Some claims of a board, with the evidence for both platforms.</summary>
public sealed class ClaimRows : HtmlView
{
    private readonly ClaimBoard _board;
    private readonly List<Claim> _claims;

    internal ClaimRows(ClaimBoard board, List<Claim> claims) => (_board, _claims) = (board, claims);

    /// <summary>How many they are.</summary>
    public int Count => _claims.Count;

    /// <inheritdoc cref="ClaimBoard.Try"/>
    public ClaimRows Try(string id, params Observation[] seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var claim = _board[id];
        claim.Observe(seen);
        return With(claim);
    }

    /// <summary>As <see cref="Try"/>, for a claim about something that .NET may not have at all.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="isMissing">Whether it is missing.</param>
    /// <param name="seen">What was looked for, and what is there instead.</param>
    public ClaimRows TryMissing(string id, bool isMissing, params Observation[] seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var claim = _board[id];
        claim.Miss(isMissing, seen);
        return With(claim);
    }

    /// <inheritdoc/>
    public override string ToHtml() => ClaimTable.Html(_claims, isFolded: false);

    /// <inheritdoc/>
    public override string ToString() => ClaimTable.Text(_claims, isFolded: false);

    private ClaimRows With(Claim claim) => new(_board, [.. _claims.Where(other => other != claim), claim]);
}
