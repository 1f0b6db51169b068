using Microsoft.CodeAnalysis;

namespace Handouts.Rendering.Colouring;

/// <summary>
/// Whether code nests too deeply to be coloured: the compiler reads nested type arguments once for each level as a type
/// and once as a comparison, and binds a deep tree by recursion, in quadratic time. Such code is shown without colours.
/// </summary>
internal static class CodeDepth
{
    /// <summary>Hand-written code stays below a tenth of it.</summary>
    private const int Limit = 500;

    /// <summary>Before it is parsed: true if a statement opens far more angle brackets than it closes, at any place.</summary>
    public static bool IsTooDeep(string code)
    {
        var depth = 0;
        foreach (var sign in code)
        {
            depth = sign switch
            {
                '<' => depth + 1,
                '>' => Math.Max(0, depth - 1),
                ';' or '}' => 0, // a comparison closes nothing, and ends with its statement at the latest
                _ => depth,
            };
            if (depth > Limit)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Before it is bound. Without recursion, since it is there to save the stack.</summary>
    public static bool IsTooDeep(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > Limit)
            {
                return true;
            }

            foreach (var child in next.Node.ChildNodes())
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return false;
    }
}
