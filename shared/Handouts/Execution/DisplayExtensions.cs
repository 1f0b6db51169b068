using Handouts.Execution.Child;

namespace Handouts.Execution;

/// <summary>The display call that notebook engines supply: cells see it as if it were their engine's.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value in the output of the cell, at once.</summary>
    /// <param name="value">Anything; null shows as such.</param>
    /// <param name="mimeTypes">The forms to show; none for those that the value prefers.</param>
    public static void Display(this object? value, params string[] mimeTypes) =>
        CellOutlet.Current?.Show(ValueForms.Of(value, isResult: false, mimeTypes));
}
