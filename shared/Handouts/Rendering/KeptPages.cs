using System.Security.Cryptography;
using System.Text;
using Handouts.Notebooks;

namespace Handouts.Rendering;

/// <summary>
/// Knows which pages in a folder are what an export would write: of each page it keeps, in a hidden file, a key of
/// everything that the page was made of, and the hash of its bytes.
/// </summary>
/// <param name="folder">The folder of the handouts.</param>
internal sealed class KeptPages(string folder)
{
    private readonly string _folder = Path.Combine(folder, ".runs");

    /// <summary>One key of many parts.</summary>
    public static string KeyOf(params IEnumerable<string> parts) =>
        Hash(string.Concat(parts.Select(part => $"{part.Length}:{part}")));

    /// <summary>True if the page is there, was made under this key, and nobody has changed it since.</summary>
    public bool IsCurrent(string page, string key)
    {
        try
        {
            return File.ReadAllText(StampOf(page)) == Stamp(key, File.ReadAllBytes(Path.Combine(folder, page)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // not there, or not readable: write it
        }
    }

    /// <summary>Remembers what a page that was just written was made of.</summary>
    public void Keep(HandoutFile page, string key)
    {
        Directory.CreateDirectory(_folder);
        AtomicFile.Write(StampOf(page.Name), Stamp(key, Encoding.UTF8.GetBytes(page.Html)));
    }

    private string StampOf(string page) => Path.Combine(_folder, page + ".key");

    private static string Stamp(string key, byte[] page) => $"{key}\n{Convert.ToHexStringLower(SHA256.HashData(page))}\n";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
