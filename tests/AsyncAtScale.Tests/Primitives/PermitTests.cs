using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

public sealed class PermitTests
{
    [Fact]
    public async Task Equals_ACopy_IsTheSameRight()
    {
        var semaphore = new AsyncSemaphore(1);
        var permit = await semaphore.EnterAsync();
        var copy = permit;
        AssertSame(permit, copy, isSame: true);
        Assert.Equal(permit.GetHashCode(), copy.GetHashCode());
        Assert.Equal(new HashSet<Permit> { permit }, [copy]);
    }

    [Fact]
    public async Task Equals_AnotherPlaceOrALaterHolderOfTheSame_IsAnotherRight()
    {
        var semaphore = new AsyncSemaphore(2);
        var first = await semaphore.EnterAsync();
        var second = await semaphore.EnterAsync();
        AssertSame(first, second, isSame: false);
        first.Dispose();
        var later = await semaphore.EnterAsync();
        AssertSame(first, later, isSame: false);
        AssertSame(default, later, isSame: false);
        Assert.NotEqual(first.GetHashCode(), later.GetHashCode());
    }

    [Fact]
    public void Equals_WhatIsNoPermit_IsFalse()
    {
        Assert.False(default(Permit).Equals((object)"permit"));
        Assert.False(default(Permit).Equals(null));
    }

    private static void AssertSame(Permit left, Permit right, bool isSame)
    {
        Assert.Equal(isSame, left.Equals(right));
        Assert.Equal(isSame, left.Equals((object)right));
        Assert.Equal(isSame, left == right);
        Assert.Equal(!isSame, left != right);
    }
}
