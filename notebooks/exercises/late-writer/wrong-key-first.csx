class Ledger
{
    private readonly HashSet<string> _known = [];

    public int Fence { get; private set; }

    public decimal Balance { get; private set; }

    // True: it is done, now or before. False: a late writer.
    public bool Apply(string key, int token, decimal amount)
    {
        if (!_known.Add(key)) return true;
        if (token < Fence) return false;
        Fence = token;
        Balance += amount;
        return true;
    }
}
