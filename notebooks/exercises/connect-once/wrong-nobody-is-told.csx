class Database
{
    private readonly AsyncEvent _open = new();
    private bool _hasBegun;

    public async Task Ready()
    {
        if (_hasBegun)
        {
            await _open.WaitAsync();
            return;
        }

        _hasBegun = true;
        await Work(0.5, "connect");
    }
}
