using System.Collections;
using System.Globalization;

namespace Handouts.Execution.Child;

/// <summary>The text form of a value, the same in every culture.</summary>
internal static class PlainText
{
    private const int ItemLimit = 20;

    public static string Of(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable sequence when !OverridesToString(value) => OfItems(sequence),
        _ => value.ToString() ?? "",
    };

    private static string OfItems(IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().Take(ItemLimit + 1).Select(Of).ToList();
        var more = items.Count > ItemLimit ? ", …" : "";
        return items.Count == 0 ? "[  ]" : $"[ {string.Join(", ", items.Take(ItemLimit))}{more} ]";
    }

    private static bool OverridesToString(object value) =>
        value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } type
        && type != typeof(object)
        && type != typeof(ValueType);
}
