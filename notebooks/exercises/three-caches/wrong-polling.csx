var warm = 0;

async Task Warm(double seconds)
{
    await Work(seconds, "warm up");
    Interlocked.Increment(ref warm);
}

async Task Request()
{
    while (warm < 3)
    {
        await Task.Delay(TimeSpan.FromSeconds(0.2), Clock);
    }

    await Work(0.1, "serve");
}
