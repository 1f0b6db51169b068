using System.Security.Cryptography;
using System.Text;

namespace Handouts.Rendering;

/// <summary>
/// The content security policy of a page: nothing loads, and only the styles and scripts that we wrote into it
/// run, each known by its hash (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
/// </summary>
internal static class ContentPolicy
{
    /// <summary>The policy for a page with exactly these texts in its style and script elements.</summary>
    /// <param name="styles">The texts of its styles.</param>
    /// <param name="scripts">The texts of its scripts.</param>
    /// <param name="connects">True for a page that may ask its own server for news; a page that is a file asks nobody.</param>
    public static string For(IEnumerable<string> styles, IEnumerable<string> scripts, bool connects = false) =>
        $"default-src 'none'; style-src {Sources(styles)}; script-src {Sources(scripts)}; img-src data:; "
        + $"{(connects ? "connect-src 'self'; " : "")}base-uri 'none'; form-action 'none'";

    /// <summary>The source expression of one text: 'sha256-…'.</summary>
    public static string Source(string text) => $"'sha256-{Convert.ToBase64String(Hash(text))}'";

    /// <summary>A few letters that tell one text from another, for names.</summary>
    public static string ShortHash(string text) => Convert.ToHexStringLower(Hash(text))[..8];

    /// <summary>The text as a browser will hash it: it reads every line end as one line feed.</summary>
    public static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static string Sources(IEnumerable<string> texts) => string.Join(' ', texts.Select(Source).Distinct().DefaultIfEmpty("'none'"));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
