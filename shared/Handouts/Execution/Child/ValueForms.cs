using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>The forms in which a value is shown, found as the engines find them: by convention, not by type.</summary>
internal static class ValueForms
{
    public static DisplayOutput Of(object? value, bool isResult, params IReadOnlyCollection<string> mimeTypes)
    {
        var data = new Dictionary<string, string>();
        if (value is not null)
        {
            AddDeclaredForms(data, value);
        }

        if (data.Count == 0 || mimeTypes.Contains("text/plain"))
        {
            data.TryAdd("text/plain", PlainText.Of(value));
        }

        var wanted = mimeTypes.Count == 0 ? data : new(data.Where(form => mimeTypes.Contains(form.Key)));
        return new DisplayOutput(wanted.Count > 0 ? wanted : data, isResult, []);
    }

    private static void AddDeclaredForms(Dictionary<string, string> data, object value)
    {
        if (FormatterSource.Of(value.GetType()) is { } source)
        {
            source.AddForms(data, value);
        }
        else if (value.GetType().GetMethod("ToHtml", Type.EmptyTypes) is { IsStatic: false } toHtml
            && toHtml.ReturnType == typeof(string))
        {
            data["text/html"] = toHtml.CreateDelegate<Func<string>>(value)();
            data["text/plain"] = PlainText.Of(value);
        }
    }
}
