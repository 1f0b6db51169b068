using AsyncAtScale.Loop;

namespace Determinism.Tests;

/// <summary>What happened in a run, in order, each with its virtual time. Pool threads write to it too.</summary>
internal sealed class Trace(VirtualLoop loop)
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public TimeProvider Clock => loop.Clock;

    public void Add(string what)
    {
        lock (_gate)
        {
            _lines.Add(FormattableString.Invariant($"{loop.Now.TotalMilliseconds} {what}"));
        }
    }

    public Task Delay(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), Clock);

    public override string ToString() => string.Join('\n', _lines);
}
