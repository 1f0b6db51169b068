using AsyncAtScale.Loop;

namespace AsyncAtScale.Tests.Loop;

/// <summary>The context and the thread on which a run's code finds itself.</summary>
public sealed class LoopContextTests
{
    [Fact]
    public void Send_OnTheLoopsThread_RunsAtOnce() => VirtualLoop.Run(_ =>
    {
        object? seen = null;
        SynchronizationContext.Current!.Send(state => seen = state, "state");
        Assert.Equal("state", seen);
        return Task.CompletedTask;
    });

    [Fact]
    public void Send_FromAnotherThread_IsRefused() => VirtualLoop.Run(async _ =>
    {
        var context = SynchronizationContext.Current!;
        var ran = false;
        await Assert.ThrowsAsync<NotSupportedException>(() => Task.Run(() => context.Send(_ => ran = true, null)));
        Assert.False(ran);
    });

    [Fact]
    public void CreateCopy_IsTheSameContext() => VirtualLoop.Run(_ =>
    {
        Assert.Same(SynchronizationContext.Current, SynchronizationContext.Current!.CreateCopy());
        return Task.CompletedTask;
    });

    [Fact]
    public void Run_HasABackgroundThreadOfItsOwn() => VirtualLoop.Run(loop =>
    {
        var thread = Thread.CurrentThread;
        Assert.Equal(("Virtual loop", true, false, true), (thread.Name, thread.IsBackground, thread.IsThreadPoolThread, loop.IsOnLoopThread));
        return Task.CompletedTask;
    });

    /// <summary>A millisecond of real time.</summary>
    [Fact]
    public void Wait_ForLessThanThePatience_EndsWithoutAnAnswerAndTheRunGoesOn() => VirtualLoop.Run(async loop =>
    {
        Assert.False(new TaskCompletionSource().Task.Wait(TimeSpan.FromMilliseconds(1)));
        await Task.Delay(1000, loop);
        Assert.Equal(TimeSpan.FromSeconds(1), loop.Now);
    });
}
