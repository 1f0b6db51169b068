namespace AsyncAtScale.Display;

/// <summary>The formatter source of <see cref="HtmlView"/>; members are found by name.</summary>
internal sealed class HtmlViewFormatters
{
#pragma warning disable CA1822 // The convention asks for an instance method.
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new HtmlViewFormatter("text/html", view => view.ToHtml());
        yield return new HtmlViewFormatter("text/plain", view => view.ToString());
    }
#pragma warning restore CA1822
}

/// <summary>Writes one form of a view; the signature of <see cref="Format"/> is the convention's.</summary>
internal sealed class HtmlViewFormatter(string mimeType, Func<HtmlView, string> form)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object value, TextWriter writer)
    {
        if (value is not HtmlView view)
        {
            return false;
        }

        writer.Write(form(view));
        return true;
    }
}
