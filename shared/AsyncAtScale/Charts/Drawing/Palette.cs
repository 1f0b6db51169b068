namespace AsyncAtScale.Charts.Drawing;

/// <summary>
/// The colours, one lightness per theme so that no state shouts by accident. A page that defines
/// <c>--course-run</c> and its like paints chart and text in one palette; elsewhere the values here hold.
/// Text keeps 4.5 : 1 against the page, strokes that carry meaning 3 : 1.
/// </summary>
internal static class Palette
{
    private static readonly (string Name, string Page, string Light, string Dark)[] Colours =
    [
        ("k", "ink", "#1b1f24", "#e8eaed"),
        ("m", "quiet", "#59616b", "#a9b1bb"),
        ("g", "line", "#e4e7eb", "#34383e"),
        ("wf", "wait", "#f3f5f7", "#292c31"),
        ("ws", "edge", "#8a919b", "#79818c"),
        ("run", "run", "#1a6dbc", "#59a2f1"),
        ("block", "block", "#9545a2", "#ca7cd6"),
        ("late", "late", "#975d04", "#cb914e"),
        ("fail", "fail", "#ba362e", "#f27164"),
        ("canc", "cancel", "#636c7e", "#969fb1"),
        ("on", "on-run", "#fff", "#101317"),
        ("st", "level", "#d3d9e1", "#3a414b"),
        ("fu", "full", "#a9b3c1", "#5c6673"),
    ];

    /// <summary>What a reader says, and what is right: colours that a plain chart has no use for.</summary>
    private static readonly (string Name, string Page, string Light, string Dark)[] OfTeaching =
    [
        ("gu", "guess", "#894884", "#e1a4db"),
        ("ok", "right", "#026f31", "#7ec88e"),
    ];

    /// <summary>Exactly one of the two is invalid, so that its fallback counts; the other is nothing at all.</summary>
    private const string IsLight = "--L:initial;--D:;";

    private const string IsDark = "--L:;--D:initial;";

    /// <summary>White, behind everything.</summary>
    public const string PaperLight = "#ffffff";

    /// <summary>The variables of the style sheet by their colours in the light theme, for a chart that knows no variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = Colours.Concat(OfTeaching)
        .Select(colour => (Colour: Light(colour.Name), colour.Name)).Prepend((Colour: PaperLight, Name: "bg"))
        .DistinctBy(pair => pair.Colour).ToDictionary(pair => pair.Colour, pair => "--" + pair.Name);

    /// <summary>A colour in the light theme, by the name of its variable.</summary>
    public static string Light(string name) => Colours.Concat(OfTeaching).First(colour => colour.Name == name).Light;

    /// <summary>
    /// The rules for both themes: the system's, overruled by Jupyter's, VS Code's and a handout's own switch; print
    /// is light. Every colour stands there once, with its value for each theme.
    /// </summary>
    public static string Rules(string chart) => Rules(chart, Colours);

    /// <summary>As <see cref="Rules(string)"/>, for some colours only, by the names of their variables.</summary>
    public static string Rules(string view, params string[] names) =>
        Rules(view, [.. Colours.Concat(OfTeaching).Where(colour => names.Contains(colour.Name))]);

    /// <summary>One more colour, for a part of a view that has the rules: which theme holds is inherited.</summary>
    public static string Variable(string name) => Declaration(Colours.Concat(OfTeaching).First(colour => colour.Name == name)) + ";";

    /// <summary>All colours as a page that brings its own palette would give them, for one theme.</summary>
    public static string Page(string wrapper, bool isDark) =>
        $"{wrapper}{{--course-paper:{(isDark ? "#1f1f1f" : "#fff")};color-scheme:{(isDark ? "dark" : "light")};"
        + string.Join(";", Colours.Concat(OfTeaching).Select(colour => $"--course-{colour.Page}:{(isDark ? colour.Dark : colour.Light)}")) + "}";

    private static string Rules(string view, (string Name, string Page, string Light, string Dark)[] colours) =>
        $"{view}{{{IsLight}{Declarations(colours)}}}"
        + $"@media(prefers-color-scheme:dark){{:root:not([data-theme=light]) body:not(.vscode-light,.vscode-high-contrast-light,[data-jp-theme-light=true]) {view}{{{IsDark}}}}}"
        + $":root[data-theme=dark] {view},body.vscode-dark {view},body.vscode-high-contrast:not(.vscode-high-contrast-light) {view},body[data-jp-theme-light=false] {view}{{{IsDark}}}"
        + $"@media print{{html:root body {view}{view}{view}{{{IsLight}--bg:var(--course-paper,#fff)}}}}";

    private static string Declarations((string Name, string Page, string Light, string Dark)[] colours) =>
        "--bg:var(--course-paper,var(--vscode-editor-background,var(--L,#fff)var(--D,#1f1f1f)));"
        + string.Join(";", colours.Select(Declaration));

    private static string Declaration((string Name, string Page, string Light, string Dark) colour) =>
        $"--{colour.Name}:var(--course-{colour.Page},var(--L,{colour.Light})var(--D,{colour.Dark}))";
}
