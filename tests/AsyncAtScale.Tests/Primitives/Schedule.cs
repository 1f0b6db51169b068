using AsyncAtScale.Loop;
using FsCheck;
using FsCheck.Fluent;

namespace AsyncAtScale.Tests.Primitives;

/// <summary>One step of a random schedule; each law reads the numbers in its own way.</summary>
/// <param name="Kind">What happens, from 0 to 99.</param>
/// <param name="At">When it begins, in milliseconds, from 0 to 19.</param>
/// <param name="Takes">How long it takes, in milliseconds, from 0 to 9.</param>
/// <param name="Cancelled">When it is cancelled, in milliseconds, from 1 to 30; 0 for never.</param>
internal sealed record Op(int Kind, int At, int Takes, int Cancelled)
{
    public TimeSpan Start => TimeSpan.FromMilliseconds(At);

    public TimeSpan Length => TimeSpan.FromMilliseconds(Takes);

    /// <summary>A source that will be cancelled in the course of the run, or never.</summary>
    public CancellationTokenSource Source(VirtualLoop loop) =>
        Cancelled == 0 ? new CancellationTokenSource() : new CancellationTokenSource(TimeSpan.FromMilliseconds(Cancelled), loop.Clock);
}

/// <summary>A random schedule: what is done, and in which order the loop takes what is ready.</summary>
/// <param name="Size">The number of permits, the capacity, the limit: 1 to 4.</param>
/// <param name="Seed">Decides which of several ready steps comes next; 0 for first in, first out.</param>
/// <param name="Ops">What is done.</param>
internal sealed record Schedule(int Size, int Seed, Op[] Ops)
{
    private const int Together = 200;

    public override string ToString() => $"size {Size}, seed {Seed}, {string.Join("; ", Ops.AsEnumerable())}";

    /// <summary>Runs a law over random schedules on the virtual loop; one that breaks it is shrunk to few operations.</summary>
    /// <param name="output">Where the number of schedules is printed.</param>
    /// <param name="law">Plays a schedule and throws if the law does not hold.</param>
    public static void Check(ITestOutputHelper output, Func<Schedule, VirtualLoop, Task> law)
    {
        var schedules = Any.Sample(Effort.Of(6_000, 100)).ToList();
        foreach (var together in schedules.Chunk(Together))
        {
            Play(together, law);
        }

        output.WriteLine($"{schedules.Count} schedules, {schedules.Sum(schedule => schedule.Ops.Length)} operations");
    }

    /// <summary>Several schedules share a loop, one after another: to start one costs more than to play one.</summary>
    private static void Play(IEnumerable<Schedule> schedules, Func<Schedule, VirtualLoop, Task> law)
    {
        Schedule? playing = null;
        var order = new SeededOrder();
        try
        {
            VirtualLoop.Run(
                async loop =>
                {
                    foreach (var schedule in schedules)
                    {
                        playing = schedule;
                        order.Seed(schedule.Seed);
                        await law(schedule, loop);
                    }
                },
                new VirtualLoopOptions { Order = order });
        }
        catch (Exception) when (playing is not null)
        {
            Prop.ForAll(Arb.From(Gen.Constant(playing), Shrink), schedule => PlayAlone(schedule, law))
                .Check(Config.QuickThrowOnFailure.WithMaxTest(1));
            throw; // it holds alone: what ran before it in this loop must have left something
        }
    }

    private static void PlayAlone(Schedule schedule, Func<Schedule, VirtualLoop, Task> law)
    {
        var order = new SeededOrder();
        order.Seed(schedule.Seed);
        VirtualLoop.Run(loop => law(schedule, loop), new VirtualLoopOptions { Order = order });
    }

    private static Gen<Schedule> Any
    {
        get
        {
            var op = from kind in Gen.Choose(0, 99)
                     from at in Gen.Choose(0, 19)
                     from takes in Gen.Choose(0, 9)
                     from cancelled in Gen.Choose(-30, 30)
                     select new Op(kind, at, takes, Math.Max(0, cancelled));
            return from size in Gen.Choose(1, 4)
                   from seed in Gen.Choose(0, 1_000_000)
                   from fifo in Gen.Choose(0, 4)
                   from count in Gen.Choose(1, 16)
                   from ops in op.ArrayOf(count)
                   select new Schedule(size, fifo == 0 ? 0 : seed, ops);
        }
    }

    private static IEnumerable<Schedule> Shrink(Schedule schedule)
    {
        if (schedule.Seed != 0)
        {
            yield return schedule with { Seed = 0 };
        }

        for (var index = 0; index < schedule.Ops.Length; index++)
        {
            yield return schedule with { Ops = [.. schedule.Ops.Where((_, place) => place != index)] };
        }

        for (var index = 0; index < schedule.Ops.Length; index++)
        {
            var op = schedule.Ops[index];
            foreach (var simpler in new[] { op with { Cancelled = 0 }, op with { At = 0 }, op with { Takes = 0 } }.Where(other => other != op))
            {
                yield return schedule with { Ops = [.. schedule.Ops.Select((other, place) => place == index ? simpler : other)] };
            }
        }
    }

    private sealed class SeededOrder : PickOrder
    {
        private Random? _random;

        public void Seed(int seed) => _random = seed == 0 ? null : new Random(seed);

        public override int Next(int count) => _random?.Next(count) ?? 0;
    }
}
