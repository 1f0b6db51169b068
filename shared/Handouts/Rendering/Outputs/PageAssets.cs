namespace Handouts.Rendering.Outputs;

/// <summary>Styles and scripts that outputs bring along: once per page, in the order in which they came.</summary>
internal sealed class PageAssets
{
    private readonly List<string> _styles = [];
    private readonly List<string> _scripts = [];

    /// <summary>The styles, each text once.</summary>
    public IReadOnlyList<string> Styles => _styles;

    /// <summary>The scripts, each text once.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>Adds a style unless the page has it.</summary>
    public void AddStyle(string text) => Add(_styles, text);

    /// <summary>Adds a script unless the page has it.</summary>
    public void AddScript(string text) => Add(_scripts, text);

    private static void Add(List<string> texts, string text)
    {
        var plain = ContentPolicy.Normalize(text);
        if (plain.Length > 0 && !texts.Contains(plain))
        {
            texts.Add(plain);
        }
    }
}
