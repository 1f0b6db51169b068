namespace Handouts.Rendering.Page;

/// <summary>What the course is called.</summary>
internal static class CourseName
{
    /// <summary>Its name on every page.</summary>
    public const string Text = "Async at Scale";
}
