namespace Handouts.Rendering.Colouring;

/// <summary>
/// How deeply type arguments nest, estimated before the code is parsed: the compiler reads <c>List&lt;List&lt;…</c> once for
/// each level as a type and once as a comparison, and takes for ever at thousands of them.
/// </summary>
internal static class GenericDepth
{
    private const int Limit = 300;

    /// <summary>True if a statement opens far more angle brackets than it closes, at any place.</summary>
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
}
