using Worker.Fleets;

namespace Worker.Tests;

/// <summary>Cristian's method, on paper.</summary>
public sealed class ClockOffsetTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Of_WheneverTheAnswerWasWritten_IsRightWithinItsError(double answeredAfter)
    {
        var shift = TimeSpan.FromSeconds(100);
        var asked = TimeSpan.FromSeconds(7);
        var theirs = asked + (answeredAfter * Second) - shift;
        var seen = ClockOffset.Of(asked, theirs, asked + Second);
        Assert.Equal(Second / 2, seen.Error);
        Assert.InRange(seen.Shift, shift - seen.Error, shift + seen.Error);
    }

    [Fact]
    public void Or_OfTwo_IsTheOneWithTheShorterRoundTrip()
    {
        var slow = ClockOffset.Of(TimeSpan.Zero, Second, Second);
        var quick = ClockOffset.Of(TimeSpan.Zero, Second, Second / 10);
        Assert.Equal(quick, slow.Or(quick));
        Assert.Equal(quick, quick.Or(slow));
    }
}
