using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Course.Testing;

/// <summary>What axe-core finds on an open page: WCAG 2.0 to 2.2, levels A and AA, and its best practices.</summary>
public static class Accessibility
{
    private const string Run = """
        async source => {
          if (!globalThis.axe) { (0, eval)(source); }
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] });
          return JSON.stringify(found.violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.target.join(' ')).join(', ')}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line a violated rule: its name, what it asks for, where it is broken. None is the aim.</summary>
    /// <remarks>Run through the page's evaluation, since a handout's policy stops scripts that are put into it.</remarks>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page) =>
        JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run, Script))!;
}
