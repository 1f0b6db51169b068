namespace Handouts.Tests.Fuzzing;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain text, tabs\t and\nlines, Grüße 🎲", "plain text, tabs\t and\nlines, Grüße 🎲")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;title\u0007x", "x")]
    [InlineData("\u001b]8;;http://example.org\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001bPq#0\u001b\\x", "x")]
    [InlineData("\u009b2Jx", "x")]
    [InlineData("\u001bcx", "x")]
    [InlineData("\u001b]52;c;b3duZWQ=", "")]
    [InlineData("50 %\rdone", "50 %\ndone")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\0b\bc\u007f", "a␀b␈c␡")]
    [InlineData("\u001b", "␛")]
    public void Of_Text_CannotCommandATerminal(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\ufffdb", Printable.Of("a\ud800b"));
}
