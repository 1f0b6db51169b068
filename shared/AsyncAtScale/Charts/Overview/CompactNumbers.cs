namespace AsyncAtScale.Charts.Overview;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, lowest first (LEB128).</summary>
internal sealed class CompactNumbers
{
    private readonly List<byte> _bytes = [];

    /// <summary>A number that is not negative.</summary>
    public void Add(long number)
    {
        var rest = (ulong)Math.Max(0, number);
        while (rest >= 0x80)
        {
            _bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        _bytes.Add((byte)rest);
    }

    /// <summary>A number that may be negative: 0, -1, 1, -2 … are written as 0, 1, 2, 3 …</summary>
    public void AddSigned(long number) => Add(number < 0 ? (-number * 2) - 1 : number * 2);

    public string ToBase64() => Convert.ToBase64String(_bytes.ToArray());
}
