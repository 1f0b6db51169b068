using System.Diagnostics;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>Runs the cells one after another, until one fails that should not.</summary>
internal sealed class CellSequence(Inbox inbox, Outbox outbox)
{
    private readonly Submissions _submissions = new();

    public void Run()
    {
        foreach (var cell in inbox.Request.Cells)
        {
            if (!Run(cell))
            {
                return;
            }
        }
    }

    /// <summary>True if the next cell may follow.</summary>
    private bool Run(RequestedCell cell)
    {
        outbox.Send(new CellStarted(cell.Id));
        outbox.Flush();
        var watch = Stopwatch.StartNew();
        var outlet = new CellOutlet(cell.Id, outbox);
        outlet.Enter();
        // Anew for each cell: one before it may have redirected the console.
        ConsoleRouter.Install();
        var pieces = inbox.Take().Pieces;
        var error = RunAndShow(pieces[0], outlet) ?? Assign(pieces.Skip(1));
        outlet.End();
        var asExpected = error is not null && error.Name == cell.ExpectedError;
        error ??= MissingError(cell);
        outbox.Send(new CellEnded(cell.Id, watch.Elapsed, error, asExpected));
        if (error is null && cell.Inputs is { } inputs)
        {
            outbox.Send(new InputsRead(cell.Id, Inputs.Read(_submissions, inputs).ToJsonString()));
        }

        return error is null || asExpected;
    }

    private ErrorOutput? RunAndShow(CompiledPiece piece, CellOutlet outlet)
    {
        var result = _submissions.Run(piece);
        if (!result.HasValue)
        {
            return result.Error;
        }

        try
        {
            outlet.Show(ValueForms.Of(result.Value, isResult: true));
            return null;
        }
        catch (Exception problem)
        {
            // A value's own code writes its form, and may fail as a cell may.
            return CellErrors.OfException(problem);
        }
    }

    /// <summary>Gives the parameters that this cell has declared the values that the caller wants.</summary>
    private ErrorOutput? Assign(IEnumerable<CompiledPiece> assignments) => assignments
        .Select(assignment => _submissions.Run(assignment).Error)
        .FirstOrDefault(error => error is not null);

    private static ErrorOutput? MissingError(RequestedCell cell) => cell.ExpectedError is null
        ? null
        : new ErrorOutput("NoError", $"The cell should fail with {cell.ExpectedError}, but it ran to its end.", []);
}
