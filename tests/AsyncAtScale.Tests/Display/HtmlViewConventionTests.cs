using System.Reflection;
using AsyncAtScale.Display;
using AsyncAtScale.Teaching;

namespace AsyncAtScale.Tests.Display;

/// <summary>
/// The notebook engines find our views by name, not by type. These tests look as they do: by reflection, knowing
/// nothing of ours but the names in the convention.
/// </summary>
public sealed class HtmlViewConventionTests
{
    private static readonly object View = new Exercise("two-vendors").Expect("it works", () => true, "look again");

    [Fact]
    public void ToHtml_OfAnyView_IsPublicAndParameterless()
    {
        var method = View.GetType().GetMethod("ToHtml", Type.EmptyTypes);

        Assert.Equal(typeof(string), method?.ReturnType);
        Assert.StartsWith("<div", (string)method!.Invoke(View, [])!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<div class=\"course-teach check\"")]
    [InlineData("text/plain", "✓ it works")]
    public void FormatterSource_OfAnyView_WritesBothForms(string mimeType, string start)
    {
        var formatter = Formatters().Single(candidate => Property(candidate, "MimeType").Equals(mimeType));
        var writer = new StringWriter();

        var written = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [View, writer]);

        Assert.Equal(true, written);
        Assert.StartsWith(start, writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_OfSomethingElse_LeavesItToTheEngine()
    {
        var writer = new StringWriter();
        foreach (var formatter in Formatters())
        {
            Assert.Equal(false, formatter.GetType().GetMethod("Format")!.Invoke(formatter, ["text", writer]));
        }

        Assert.Empty(writer.ToString());
    }

    [Fact]
    public void Attribute_OfAnyView_PrefersHtmlAndOffersText() =>
        Assert.Equal(["text/html", "text/plain"], (string[])Property(Attribute(), "PreferredMimeTypes"));

    [Fact]
    public void Helpers_ReferenceNoEngineAndNoChartPackage() =>
        Assert.DoesNotContain(
            typeof(HtmlView).Assembly.GetReferencedAssemblies(),
            name => name.Name!.Contains("Interactive", StringComparison.Ordinal) || name.Name.Contains("Plot", StringComparison.Ordinal));

    private static object Attribute() => View.GetType().GetCustomAttributes(inherit: true)
        .Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static List<object> Formatters()
    {
        var source = Activator.CreateInstance((Type)Property(Attribute(), "FormatterSourceType"), nonPublic: true)!;
        var create = source.GetType().GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance)!;
        return [.. (IEnumerable<object>)create.Invoke(source, [])!];
    }

    private static object Property(object owner, string name) => owner.GetType().GetProperty(name)!.GetValue(owner)!;
}
