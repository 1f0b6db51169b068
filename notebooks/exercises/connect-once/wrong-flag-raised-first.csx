class Database
{
    private bool _isOpen;

    public async Task Ready()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            await Work(0.5, "connect");
        }
    }
}
