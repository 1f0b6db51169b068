using AsyncAtScale.Loop;
using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>Waiters of an event who share a place in line, among others who have one of their own.</summary>
public sealed class CrowdTests
{
    [Fact]
    public void Set_CrowdsAmongWaitersWithAToken_WakesAllInTheOrderInWhichTheyCame()
    {
        var woken = new List<int>();
        VirtualLoop.Run(async _ =>
        {
            var signal = new AsyncEvent();
            using var source = new CancellationTokenSource();
            var all = Enumerable.Range(0, 12).Select(async number =>
            {
                await signal.WaitAsync(number % 4 == 0 ? source.Token : default);
                woken.Add(number);
            }).ToList();
            Assert.Equal(12, signal.Waiting);
            signal.Set();
            Assert.Equal(0, signal.Waiting);
            await Task.WhenAll(all);
        });
        Assert.Equal(Enumerable.Range(0, 12), woken);
    }

    [Fact]
    public async Task Set_AndClear_ALaterCrowdWaitsForTheNextSet()
    {
        var signal = new AsyncEvent();
        Task[] first = [signal.WaitAsync().AsTask(), signal.WaitAsync().AsTask()];
        signal.Set();
        signal.Clear();
        Task[] second = [signal.WaitAsync().AsTask(), signal.WaitAsync().AsTask()];
        await Task.WhenAll(first);
        Assert.Equal(2, signal.Waiting);
        Assert.DoesNotContain(second, task => task.IsCompleted);
        signal.Set();
        await Task.WhenAll(second);
    }
}
