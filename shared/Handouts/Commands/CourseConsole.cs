namespace Handouts.Commands;

/// <summary>Where a command speaks: plain lines, or lines above a live status where somebody is looking.</summary>
internal abstract class CourseConsole : IDisposable
{
    public static CourseConsole Create() => Console.IsOutputRedirected ? new PlainConsole() : new LiveConsole();

    /// <summary>Writes a line that stays. It may quote what a cell has said: nothing in it reaches the terminal as a command.</summary>
    public void Say(string line) => SayPrintable(Printable.Of(line));

    protected abstract void SayPrintable(string line);

    /// <summary>A cell of a notebook has begun, or with null ended.</summary>
    public virtual void Running(string notebook, string? cellId)
    {
    }

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
    }

    private sealed class PlainConsole : CourseConsole
    {
        private readonly object _gate = new();

        protected override void SayPrintable(string line)
        {
            lock (_gate)
            {
                Console.Out.WriteLine(line);
            }
        }
    }
}
