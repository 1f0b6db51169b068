namespace Notebooks.Tests;

/// <summary>
/// Every exercise both ways, whoever wrote it: the notebook's cell is the starter and fails, the solution passes, and
/// each usual wrong answer gets its own hint and no other.
/// </summary>
public sealed class ExerciseTests
{
    public static TheoryData<string> Exercises => [.. ExerciseFiles.Ids];

    [Fact]
    public void Exercises_OfAllNotebooks_HaveAFolderEach() =>
        Assert.Equal(ExerciseFiles.Ids, ExerciseFiles.IdsInNotebooks.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Exercises))]
    public void Folder_OfAnExercise_HoldsStarterSolutionAndAWrongAnswer(string id)
    {
        var attempts = ExerciseFiles.AttemptsAt(id);

        Assert.Contains("starter", attempts);
        Assert.Contains("solution", attempts);
        Assert.Contains(attempts, IsWrong);
        Assert.All(attempts, attempt => Assert.True(attempt is "starter" or "solution" || IsWrong(attempt), $"What is {attempt}.csx?"));
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public void Cell_OfAnExercise_IsItsStarter(string id) =>
        Assert.Equal(ExerciseFiles.Source(id, "starter").TrimEnd('\n'), ExerciseNotebook.Of(id).StarterSource);

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task Attempts_AtAnExercise_AreJudgedAsTheirFilesAreNamed(string id)
    {
        var attempts = ExerciseFiles.AttemptsAt(id);

        var verdicts = await ExerciseNotebook.Of(id).JudgeAsync(attempts);

        Assert.Equal(attempts.Select(Expected), attempts.Zip(verdicts, (attempt, verdict) => verdict with { Attempt = attempt }));
    }

    private static bool IsWrong(string attempt) => attempt.StartsWith("wrong-", StringComparison.Ordinal);

    /// <summary>No attempt but a usual wrong answer is taken for one.</summary>
    private static ExerciseVerdict Expected(string attempt) =>
        new(attempt, attempt == "solution", IsWrong(attempt) ? attempt["wrong-".Length..] : "");
}
