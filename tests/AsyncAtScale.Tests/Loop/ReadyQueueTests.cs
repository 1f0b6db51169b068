using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

/// <summary>The queue next to a plain list, which does the same slowly.</summary>
public sealed class ReadyQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AddAndTake_InAnyOrderAndNumber_GiveWhatAListGives(int seed)
    {
        var random = new Random(seed);
        var order = new ChosenOrder();
        var queue = new ReadyQueue(order);
        var list = new List<int>();
        for (var turn = 0; turn < 2_000; turn++)
        {
            // Grows to a few dozen and shrinks to nothing, again and again.
            var isFilling = turn / 100 % 2 == 0;
            if (random.Next(4) < (isFilling ? 3 : 1))
            {
                queue.Add(new ReadyStep(static _ => { }, turn, null));
                list.Add(turn);
            }
            else if (list.Count == 0)
            {
                Assert.False(queue.TryTake(out _));
            }
            else
            {
                order.Position = random.Next(list.Count);
                Assert.True(queue.TryTake(out var step));
                Assert.Equal(list[order.Position], step.State);
                Assert.Equal(list.Count, order.Count);
                list.RemoveAt(order.Position);
            }
        }
    }

    [Fact]
    public void TryTake_AStep_ForgetsIt()
    {
        var queue = new ReadyQueue(PickOrder.FirstInFirstOut);
        var state = AddAndTake(queue);
        GC.Collect();
        Assert.False(state.IsAlive);
        GC.KeepAlive(queue);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference AddAndTake(ReadyQueue queue)
    {
        var state = new object();
        queue.Add(new ReadyStep(static _ => { }, state, null));
        queue.TryTake(out _);
        return new WeakReference(state);
    }

    private sealed class ChosenOrder : PickOrder
    {
        public int Position { get; set; }

        public int Count { get; private set; }

        public override int Next(int count)
        {
            Count = count;
            return Position;
        }
    }
}
