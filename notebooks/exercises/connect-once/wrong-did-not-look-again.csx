class Database
{
    private readonly SemaphoreSlim _gate = new(1);
    private bool _isOpen;

    public async Task Ready()
    {
        if (!_isOpen)
        {
            await _gate.WaitAsync();
            await Work(0.5, "connect");
            _isOpen = true;
            _gate.Release();
        }
    }
}
