using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>
/// All that the lectures claim, with the verdict for Python, recorded, and the verdict for .NET, which is computed from
/// what experiments show. Displays itself as one table. Not thread-safe.
/// </summary>
/// <remarks>
/// Claims and Python's verdicts are those of <c>tests/reference/CLAIMS.md</c>. A verdict for .NET is never stated, it
/// follows: everything seen speaks for the claim, or against it, or some for and some against.
/// </remarks>
/// <example>
/// <code>
/// var board = ClaimBoard.Open();
/// var gate = new SemaphoreSlim(3);
/// gate.Release(); // once too often
/// board.Try("C24-06", ("three permits", true), ($"after a stray release: {gate.CurrentCount}", gate.CurrentCount == 3));
/// board["C24-06"].Net // Imprecise
/// </code>
/// </example>
public sealed class ClaimBoard : HtmlView
{
    private readonly List<Claim> _claims = ClaimList.Read();

    private ClaimBoard()
    {
    }

    /// <summary>The claims, in the order of the lectures.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>One claim.</summary>
    /// <exception cref="ArgumentException">There is no claim of this number.</exception>
    public Claim this[string id] => _claims.Find(claim => claim.Id == id)
        ?? throw new ArgumentException($"There is no claim '{id}'.", nameof(id));

    /// <summary>How the verdicts are spread over the two platforms.</summary>
    public HtmlView Tally => new ClaimTally(_claims);

    /// <summary>A board on which nothing has been tried in .NET yet.</summary>
    public static ClaimBoard Open() => new();

    /// <summary>Puts a claim to the test in .NET. Once more replaces what was seen before.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="seen">What was seen: each with whether it speaks for the claim, or a mere remark.</param>
    /// <returns>The claim with its evidence, to be shown, or to go on with the next.</returns>
    /// <exception cref="ArgumentException">There is no such claim, or nothing speaks for or against it.</exception>
    public ClaimRows Try(string id, params Observation[] seen) => new ClaimRows(this, []).Try(id, seen);

    /// <inheritdoc cref="ClaimRows.TryMissing"/>
    public ClaimRows TryMissing(string id, bool isMissing, params Observation[] seen) =>
        new ClaimRows(this, []).TryMissing(id, isMissing, seen);

    /// <summary>Some of the claims with their evidence.</summary>
    public ClaimRows Where(Func<Claim, bool> isShown) => new(this, [.. _claims.Where(isShown)]);

    /// <inheritdoc/>
    public override string ToHtml() => ClaimTable.Html(_claims, isFolded: true);

    /// <inheritdoc/>
    public override string ToString() => ClaimTable.Text(_claims, isFolded: true);
}
