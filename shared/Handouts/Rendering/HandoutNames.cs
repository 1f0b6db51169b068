namespace Handouts.Rendering;

/// <summary>What the files of an edition are called.</summary>
internal static class HandoutNames
{
    /// <summary>The map of the course.</summary>
    public static string Index(Edition edition) => Of("index", edition);

    /// <summary>"08-semaphore" → "08-semaphore.html" or "08-semaphore.instructor.html".</summary>
    public static string Of(string notebook, Edition edition) =>
        edition == Edition.Instructor ? $"{notebook}.instructor.html" : $"{notebook}.html";
}
