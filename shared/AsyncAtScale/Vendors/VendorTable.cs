using AsyncAtScale.Charts.Drawing;

namespace AsyncAtScale.Vendors;

/// <summary>The vendor's figures under the client's chart.</summary>
internal static class VendorTable
{
    private static readonly string Css = Palette.Rules(".course-vendor", "k", "m", "g") + """
        .course-vendor{font:13px/1.5 var(--course-sans,var(--vscode-font-family,system-ui,sans-serif));color:var(--k);max-width:40rem;margin:0 0 8px}
        .course-vendor dl{display:grid;grid-template-columns:auto 1fr;gap:0 1em;border-top:1px solid var(--g);padding:4px 0 0;margin:0}
        .course-vendor dt{color:var(--m);margin:0;font-weight:400}.course-vendor dd{margin:0}
        """.ReplaceLineEndings("");

    public static string Html(IEnumerable<(string What, string Value)> facts)
    {
        var rows = Markup.Join(facts.Select(fact => Markup.Of($"<dt>{fact.What}</dt><dd>{fact.Value}</dd>")));
        return Markup.Of($"""<div class="course-vendor hideable"><style data-course="vendor">{Markup.Raw(Css)}</style><dl>{rows}</dl></div>""").ToString();
    }

    public static string Text(IEnumerable<(string What, string Value)> facts)
    {
        var rows = facts.ToList();
        var width = rows.Max(fact => fact.What.Length);
        return string.Join('\n', rows.Select(fact => $"{fact.What.PadRight(width)}  {fact.Value}"));
    }
}
