namespace Determinism.Tests;

/// <summary>Keeps a core busy, so that threads are interrupted at moments nobody chose.</summary>
internal sealed class BurnerThread : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _isOver;

    public BurnerThread()
    {
        _thread = new Thread(Burn) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Burn()
    {
        while (!_isOver)
        {
            Thread.SpinWait(1000);
        }
    }
}
