using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution;

/// <summary>Puts together what a child reports. Messages come from one thread, the end from another.</summary>
internal sealed class RunRecord
{
    private readonly object _gate = new();
    private readonly Notebook _notebook;
    private readonly Action<CellRun> _progress;
    private readonly List<string> _order;
    private readonly Dictionary<string, CellRun> _cells;
    private readonly Dictionary<string, JsonObject> _inputs = [];
    private readonly List<Output> _outputs = [];
    private readonly StringBuilder _text = new();
    private string? _stream;
    private string? _running;
    private long _startedAt = Stopwatch.GetTimestamp();
    private bool _isClosed;

    public RunRecord(Notebook notebook, Action<CellRun> progress)
    {
        _notebook = notebook;
        _progress = progress;
        _order = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Id)];
        _cells = _order.ToDictionary(id => id, id => new CellRun(id));
        foreach (var (id, need) in CellNeeds.MissingIn(notebook))
        {
            Update(id, cell => cell with { State = CellState.NotHere, Missing = need, Outputs = notebook.Cells.Single(kept => kept.Id == id).Outputs });
        }
    }

    /// <summary>True after the child's last message.</summary>
    public bool IsComplete { get; private set; }

    public void Add(ChildMessage message)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                Take(message);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Ends the cell that was running, else the named one, else the first that was not run: nothing more will come.</summary>
    public void Abort(CellState state, Func<string, ErrorOutput> error, string? cellId = null)
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
            var culprit = _running ?? cellId ?? _order.FirstOrDefault(id => _cells[id].State == CellState.NotRun);
            if (culprit is not null)
            {
                Finish(culprit, state, Stopwatch.GetElapsedTime(_startedAt), error(culprit));
            }
        }
    }

    /// <summary>Waits until a cell has begun; false if the run ends without it.</summary>
    public bool WaitForTurn(string cellId)
    {
        lock (_gate)
        {
            while (_cells[cellId].State == CellState.NotRun && !IsComplete && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            return _cells[cellId].State == CellState.Running;
        }
    }

    public NotebookRun ToRun(TimeSpan elapsed, IReadOnlyList<CodeFinding> findings)
    {
        lock (_gate)
        {
            return new NotebookRun(_notebook, [.. _order.Select(id => _cells[id])], elapsed, findings, _inputs);
        }
    }

    private void Take(ChildMessage message)
    {
        switch (message)
        {
            case CellStarted:
                _running = message.CellId;
                _startedAt = Stopwatch.GetTimestamp();
                Update(message.CellId, cell => cell with { State = CellState.Running });
                break;
            case CellShowed { Output: StreamOutput stream }:
                AddText(stream);
                break;
            case CellShowed showed:
                EndText();
                _outputs.Add(showed.Output);
                break;
            case CellEnded ended:
                End(ended);
                break;
            case CellPrintedTooLate:
                _cells[message.CellId] = _cells[message.CellId] with { PrintedTooLate = true };
                break;
            case InputsRead inputs:
                _inputs[inputs.CellId] = JsonNode.Parse(inputs.Json)!.AsObject();
                break;
            case RunEnded:
                IsComplete = true;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message));
        }
    }

    private void End(CellEnded ended)
    {
        var state = ended.Error is null ? CellState.Passed
            : ended.AsExpected ? CellState.FailedAsExpected
            : CellState.Failed;
        Finish(ended.CellId, state, ended.Elapsed, ended.Error);
    }

    private void Finish(string id, CellState state, TimeSpan elapsed, ErrorOutput? error)
    {
        EndText();
        if (error is not null)
        {
            _outputs.Add(error);
        }

        List<Output> outputs = [.. _outputs];
        _outputs.Clear();
        _running = null;
        Update(id, cell => cell with { State = state, Elapsed = elapsed, Error = error, Outputs = outputs });
    }

    private void Update(string id, Func<CellRun, CellRun> change) => _progress(_cells[id] = change(_cells[id]));

    private void AddText(StreamOutput piece)
    {
        if (_stream != piece.Name)
        {
            EndText();
        }

        _stream = piece.Name;
        _text.Append(piece.Text);
    }

    private void EndText()
    {
        if (_stream is not null)
        {
            _outputs.Add(new StreamOutput(_stream, _text.ToString()));
        }

        _stream = null;
        _text.Clear();
    }
}
