using System.Text;

namespace Handouts.Rendering.Text;

/// <summary>
/// The anchors of headings, by the rule of GitHub and VS Code, so that a link that works in a notebook works
/// in its handout: small letters, spaces to hyphens, no punctuation; a repeated one gets a number.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The id of the next heading with this text.</summary>
    public string Next(string heading)
    {
        var slug = Slug(heading);
        var times = _used[slug] = _used.GetValueOrDefault(slug, -1) + 1;
        return times == 0 ? slug : $"{slug}-{times}";
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                slug.Append(letter);
            }
            else if (letter == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.Length == 0 ? "section" : slug.ToString();
    }
}
