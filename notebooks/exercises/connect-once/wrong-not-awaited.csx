class Database
{
    private readonly Lazy<Task> _opening =
        new(() => Work(0.5, "connect"));

    public Task Ready()
    {
        _ = _opening.Value;
        return Task.CompletedTask;
    }
}
