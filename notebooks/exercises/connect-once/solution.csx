class Database
{
    private readonly Lazy<Task> _opening =
        new(() => Work(0.5, "connect"));

    public Task Ready() => _opening.Value;
}
