var ready = new AsyncEvent();

async Task Warm(double seconds)
{
    await Work(seconds, "warm up");
    ready.Set();
}

async Task Request()
{
    await ready.WaitAsync();
    await Work(0.1, "serve");
}
