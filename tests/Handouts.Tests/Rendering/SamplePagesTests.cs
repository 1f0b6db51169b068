using Handouts.Rendering;

namespace Handouts.Tests.Rendering;

public sealed class SamplePagesTests(SamplePages pages)
{
    [Fact]
    public void Page_AsWritten_HasNoStyleAttributeAndNoHandler()
    {
        var attributes = Html.Read(pages.Student).Owner!.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name);

        Assert.DoesNotContain(attributes, name => name == "style" || name.StartsWith("on", StringComparison.Ordinal));
    }
}
