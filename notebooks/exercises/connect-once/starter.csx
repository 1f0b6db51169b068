class Database
{
    private bool _isOpen;

    public async Task Ready()
    {
        if (!_isOpen)
        {
            await Work(0.5, "connect");
            _isOpen = true;
        }
    }
}
