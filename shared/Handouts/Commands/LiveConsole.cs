using Spectre.Console;

namespace Handouts.Commands;

/// <summary>Lines on a terminal, and below them which cells are running now.</summary>
internal sealed class LiveConsole : CourseConsole
{
    private readonly Dictionary<string, string> _running = [];
    private readonly TaskCompletionSource _end = new();
    private readonly Task _status;
    private StatusContext? _context;

    public LiveConsole() => _status = AnsiConsole.Status().StartAsync("starting", context =>
    {
        _context = context;
        return _end.Task;
    });

    protected override void SayPrintable(string line) => AnsiConsole.WriteLine(line);

    public override void Running(string notebook, string? cellId)
    {
        lock (_running)
        {
            if (cellId is null)
            {
                _running.Remove(notebook);
            }
            else
            {
                _running[notebook] = Printable.Of($"{notebook}#{cellId}");
            }

            // A status may not be empty.
            _context?.Status(_running.Count == 0 ? "between cells" : Markup.Escape(string.Join(", ", _running.Values)));
        }
    }

    protected override void Dispose(bool isDisposing)
    {
        _end.TrySetResult();
        _status.GetAwaiter().GetResult();
        base.Dispose(isDisposing);
    }
}
