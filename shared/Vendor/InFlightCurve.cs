namespace Vendor;

/// <summary>A number over time, as its peak in each short stretch: small however much happens. Not thread-safe.</summary>
internal sealed class InFlightCurve
{
    /// <summary>The length of a stretch.</summary>
    public const double SecondsPerPoint = 0.01;

    private const int MostPoints = 12_000;

    private readonly List<int> _peaks = [];
    private int _value;

    public int Peak { get; private set; }

    public IReadOnlyList<int> Points => [.. _peaks];

    public void Set(double at, int value)
    {
        var point = Math.Min((int)(at / SecondsPerPoint), MostPoints - 1);
        while (_peaks.Count <= point)
        {
            _peaks.Add(_value);
        }

        _value = value;
        _peaks[point] = Math.Max(_peaks[point], value);
        Peak = Math.Max(Peak, value);
    }
}
