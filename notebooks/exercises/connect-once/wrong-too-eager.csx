class Database
{
    private readonly Task _opening = Work(0.5, "connect");

    public Task Ready() => _opening;
}
