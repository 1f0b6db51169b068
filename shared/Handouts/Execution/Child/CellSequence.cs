using System.Diagnostics;
using Handouts.Execution.Protocol;
using Handouts.Notebooks;

namespace Handouts.Execution.Child;

/// <summary>Runs the cells one after another, until one fails that should not.</summary>
internal sealed class CellSequence(ChildRequest request, Outbox outbox)
{
    private readonly ScriptChain _scripts = new(request.FileName);

    public void Run()
    {
        if (Parameters.UnknownName(request) is { } refusal)
        {
            outbox.Send(new RunRefused(refusal));
            return;
        }

        if (request.InspectCode)
        {
            Inspect();
        }

        foreach (var cell in request.Cells)
        {
            if (!Run(cell))
            {
                return;
            }
        }
    }

    private void Inspect()
    {
        foreach (var finding in CodeRules.Check(request.Cells))
        {
            outbox.Send(new RuleBroken(finding.CellId, finding.Sentence));
        }
    }

    /// <summary>True if the next cell may follow.</summary>
    private bool Run(RequestedCell cell)
    {
        outbox.Send(new CellStarted(cell.Id));
        var watch = Stopwatch.StartNew();
        var outlet = new CellOutlet(cell.Id, outbox);
        outlet.Enter();
        // Anew for each cell: one before it may have redirected the console.
        ConsoleRouter.Install();
        var error = RunAndShow(cell, outlet) ?? Assign(cell);
        outlet.End();
        var asExpected = error is not null && error.Name == cell.ExpectedError;
        error ??= MissingError(cell);
        outbox.Send(new CellEnded(cell.Id, watch.Elapsed, error, asExpected));
        if (error is null && request.CollectInputs && cell.IsParameters)
        {
            outbox.Send(new InputsRead(cell.Id, Parameters.Read(_scripts, cell.Source).ToJsonString()));
        }

        return error is null || asExpected;
    }

    private ErrorOutput? RunAndShow(RequestedCell cell, CellOutlet outlet)
    {
        var result = _scripts.Run(cell.Id, cell.Source);
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
    private ErrorOutput? Assign(RequestedCell cell)
    {
        if (!cell.IsParameters || request.Assignments.Count == 0)
        {
            return null;
        }

        var declared = Parameters.Names(cell.Source).ToHashSet();
        return request.Assignments
            .Where(assignment => declared.Contains(assignment.Name))
            .Select(assignment => _scripts.Run($"{cell.Id} --set", $"{assignment.Name} = {assignment.Expression};").Error)
            .FirstOrDefault(error => error is not null);
    }

    private static ErrorOutput? MissingError(RequestedCell cell) => cell.ExpectedError is null
        ? null
        : new ErrorOutput("NoError", $"The cell should fail with {cell.ExpectedError}, but it ran to its end.", []);
}
