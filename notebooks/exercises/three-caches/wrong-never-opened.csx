var ready = new AsyncEvent();
var cold = 4;

async Task Warm(double seconds)
{
    await Work(seconds, "warm up");
    if (Interlocked.Decrement(ref cold) == 0)
    {
        ready.Set();
    }
}

async Task Request()
{
    await ready.WaitAsync();
    await Work(0.1, "serve");
}
