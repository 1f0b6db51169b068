var ready = new AsyncEvent();
var cold = 3;

async Task Warm(double seconds)
{
    if (Interlocked.Decrement(ref cold) == 0)
    {
        ready.Set();
    }

    await Work(seconds, "warm up");
}

async Task Request()
{
    await ready.WaitAsync();
    await Work(0.1, "serve");
}
