using System.Text;
using AsyncAtScale.Charts.Drawing;
using AsyncAtScale.Display;

namespace AsyncAtScale.Teaching;

/// <summary>Counts verdicts: Python's down, .NET's across. On the diagonal the two agree.</summary>
internal sealed class ClaimTally(IReadOnlyList<Claim> claims) : HtmlView
{
    private readonly Verdict[] _verdicts =
        [.. Enum.GetValues<Verdict>().Where(verdict => claims.Any(claim => claim.Python == verdict || claim.Net == verdict)).OrderBy(Rank)];

    private string Sentence
    {
        get
        {
            int Both(Verdict verdict) => Count(verdict, verdict);
            int Net(Verdict verdict) => claims.Count(claim => claim.Net == verdict);
            var advice = Both(Verdict.Advice) is var sound and > 0 ? $" Sound advice: {sound}." : "";
            var missing = Net(Verdict.NoCounterpart) is var none and > 0 ? $" Without a counterpart in .NET: {none}." : "";
            var untried = Net(Verdict.Untried) is var open and > 0 ? $" Not tried in .NET: {open}." : "";
            return $"Of {claims.Count} claims {Both(Verdict.True)} are true in both, {Both(Verdict.Imprecise)} imprecise in both and "
                + $"{Both(Verdict.False)} false in both; for {claims.Count(claim => claim.Differs)} the two platforms differ.{advice}{missing}{untried}";
        }
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var head = Markup.Join(_verdicts.Select(verdict => Markup.Of($"""<th scope="col" class="n">{VerdictWords.Of(verdict)}""")));
        var rows = Markup.Join(_verdicts.Where(IsPythons).Select(python => Markup.Of(
            $"""<tr><th scope="row">Python: {VerdictWords.Of(python)}{Markup.Join(_verdicts.Select(net => Cell(python, net)))}""")));
        return ClaimStyle.Wrap("tally", Markup.Of(
            $"""<p class="say">{Sentence}</p><table><thead><tr><th scope="col">.NET:{head}<tbody>{rows}</table>"""));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        const int Width = 16;
        var text = new StringBuilder(Sentence).Append("\n\n").Append("".PadRight(Width + 8));
        text.Append(string.Concat(_verdicts.Select(verdict => VerdictWords.Of(verdict).PadLeft(Width)))).Append("   .NET");
        foreach (var python in _verdicts.Where(IsPythons))
        {
            text.Append($"\nPython: {VerdictWords.Of(python).PadRight(Width)}")
                .Append(string.Concat(_verdicts.Select(net => $"{Count(python, net),Width}")));
        }

        return text.ToString();
    }

    private bool IsPythons(Verdict verdict) => claims.Any(claim => claim.Python == verdict);

    private Markup Cell(Verdict python, Verdict net)
    {
        var count = Count(python, net);
        return Markup.Of($"""<td class="n {(python == net ? "same" : count == 0 ? "zero" : "")}">{(count == 0 ? "–" : $"{count}")}""");
    }

    private int Count(Verdict python, Verdict net) => claims.Count(claim => claim.Python == python && claim.Net == net);

    private static int Rank(Verdict verdict) => verdict == Verdict.Untried ? int.MaxValue : (int)verdict;
}
