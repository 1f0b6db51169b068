namespace Handouts.Notebooks;

/// <summary>Why a file or folder cannot be had, in few words: the system's own sentence names our temporary files, too.</summary>
internal static class FileProblem
{
    public static string Cause(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such place",
        UnauthorizedAccessException when problem.Message.StartsWith("Access to", StringComparison.Ordinal) => "access is denied",
        ArgumentOutOfRangeException => "it is larger than the system allows", // .NET's word for it
        _ => problem.Message.Split(" : '")[0].TrimEnd('.'),
    };
}
