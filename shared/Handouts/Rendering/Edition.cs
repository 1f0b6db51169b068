namespace Handouts.Rendering;

/// <summary>For whom a handout is made.</summary>
internal enum Edition
{
    /// <summary>Without teacher's notes and without solutions: they are not in the file, not merely hidden.</summary>
    Student,

    /// <summary>With both.</summary>
    Instructor,
}
