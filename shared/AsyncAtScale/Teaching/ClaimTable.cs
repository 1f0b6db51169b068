using System.Text;
using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Teaching;

/// <summary>Writes claims down: what is claimed, and the verdicts of the two platforms side by side.</summary>
internal static class ClaimTable
{
    /// <param name="claims">The claims.</param>
    /// <param name="isFolded">Whether the evidence is behind a click, so that the eye can run down the verdicts.</param>
    public static string Html(IEnumerable<Claim> claims, bool isFolded)
    {
        var rows = Markup.Join(claims.Select(claim => isFolded ? Folded(claim) : Open(claim)));
        return ClaimStyle.Wrap(isFolded ? "folded" : "open", Markup.Of(
            $"""<table><thead><tr><th scope="col" class="c">Claim<th scope="col">Python<th scope="col">.NET<tbody>{rows}</table>"""));
    }

    public static string Text(IEnumerable<Claim> claims, bool isFolded)
    {
        var text = new StringBuilder();
        foreach (var claim in claims)
        {
            var apart = claim.Differs ? "  ≠" : "";
            text.Append($"{claim.Id,-7} {claim.Statement}\n        Python: {claim.PythonWords} · .NET: {VerdictWords.Of(claim.Net)}{apart}\n");
            if (!isFolded)
            {
                text.Append($"        Python  {claim.Evidence}\n");
                text.Append(string.Concat(claim.Seen.Select(one => $"        .NET    {VerdictWords.Side(one.Supports)}: {one.Seen}\n")));
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static Markup Open(Claim claim) => Row(
        claim,
        Markup.Empty,
        Markup.Of($"""<p class="why">{Condition(claim)}{claim.Evidence}</p>"""),
        Markup.Of($"""<ul class="why">{Seen(claim)}</ul>"""));

    private static Markup Folded(Claim claim)
    {
        var probes = Markup.Join(ClaimList.ProbesIn(claim.Evidence).Select(probe =>
            Markup.Of($"<p>{probe.Name}: {probe.Question} <code>{probe.Answer}</code></p>")));
        return Row(
            claim,
            Markup.Of($"""<details><summary>evidence</summary><p><b>Python</b> {Condition(claim)}{claim.Evidence}</p>{probes}<p><b>.NET</b></p><ul class="why">{Seen(claim)}</ul></details>"""),
            Markup.Empty,
            Markup.Empty);
    }

    private static Markup Row(Claim claim, Markup below, Markup python, Markup net)
    {
        var apart = claim.Differs ? Markup.Of($"""<span class="apart">≠ differs</span>""") : Markup.Empty;
        return Markup.Of($"""<tr><th scope="row"><span class="id">{claim.Id}</span>{claim.Statement}{below}<td><span class="lab" aria-hidden="true">Python</span>{ClaimStyle.Chip(claim.Python)}{python}<td><span class="lab" aria-hidden="true">.NET</span>{ClaimStyle.Chip(claim.Net)}{apart}{net}""");
    }

    /// <summary>The verdict's own words, where they say more than the chip.</summary>
    private static Markup Condition(Claim claim) =>
        claim.PythonWords == VerdictWords.Of(claim.Python) ? Markup.Empty : Markup.Of($"<b>{claim.PythonWords}</b>. ");

    private static Markup Seen(Claim claim) => Markup.Join(claim.Seen.Select(one => Markup.Of(
        $"""<li class="{VerdictWords.Side(one.Supports)}"><i aria-hidden="true">{Sign(one.Supports)}</i><span class="sr">{VerdictWords.Side(one.Supports)}: </span>{one.Seen}""")));

    private static string Sign(bool? supports) => supports switch
    {
        true => "+",
        false => "−",
        null => "·",
    };
}
