using Handouts.Execution;
using Handouts.Notebooks;
using Spectre.Console;

namespace Handouts.Commands;

/// <summary>The same lines on a terminal, and below them which cells are running now.</summary>
internal sealed class LiveRunDisplay : RunDisplay
{
    private readonly Dictionary<string, string> _running = [];
    private readonly TaskCompletionSource _end = new();
    private readonly Task _status;
    private StatusContext? _context;

    public LiveRunDisplay() => _status = AnsiConsole.Status().StartAsync("starting", context =>
    {
        _context = context;
        return _end.Task;
    });

    public override void Show(Notebook notebook, CellRun cell)
    {
        lock (_running)
        {
            if (cell.State == CellState.Running)
            {
                _running[notebook.Name] = $"{notebook.Name}#{cell.Id}";
            }
            else
            {
                _running.Remove(notebook.Name);
            }

            _context?.Status(Markup.Escape(string.Join(", ", _running.Values)));
        }

        base.Show(notebook, cell);
    }

    public override void Say(string line) => AnsiConsole.WriteLine(line);

    protected override void Dispose(bool isDisposing)
    {
        _end.TrySetResult();
        _status.GetAwaiter().GetResult();
        base.Dispose(isDisposing);
    }
}
