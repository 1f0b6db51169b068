using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

public sealed class PickOrderTests
{
    [Fact]
    public void Order_Seeded_GivesManySchedulesAndEachAgain()
    {
        var first = Enumerable.Range(0, 50).Select(Schedule).ToList();
        var second = Enumerable.Range(0, 50).Select(Schedule).ToList();
        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 25);
    }

    [Fact]
    public void Order_AnySeed_RunsEveryStepOnce() =>
        Assert.All(
            Enumerable.Range(0, 50).Select(Schedule),
            schedule => Assert.Equal("aaabbbcccdddeee", string.Concat(schedule.Order())));

    private static string Schedule(int seed)
    {
        var order = new List<char>();
        VirtualLoop.Run(
            _ => Task.WhenAll("abcde".Select(async name =>
            {
                for (var step = 0; step < 3; step++)
                {
                    await Task.Yield();
                    order.Add(name);
                }
            })),
            new VirtualLoopOptions { Order = new SeededOrder(seed) });
        return string.Concat(order);
    }

    private sealed class SeededOrder(int seed) : PickOrder
    {
        private readonly Random _random = new(seed);

        public override int Next(int count) => _random.Next(count);
    }
}
