using AsyncAtScale.Primitives;

namespace AsyncAtScale.Tests;

/// <summary>Every sample of the public documentation compiles, runs, and gives what it says.</summary>
public sealed class DocumentedSampleTests
{
    public static TheoryData<string> Samples => [.. DocumentedSample.Names];

    public static TheoryData<Type> Primitives => [.. typeof(Race).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(Race).Namespace && type.IsClass && !type.Name.StartsWith('<') && IsTool(type))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_AsDocumented_GivesWhatItSays(string member)
    {
        Assert.Empty(DocumentedSample.Warnings(member));
        Assert.Equal(DocumentedSample.Said(member), await DocumentedSample.RunAsync(member));
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Primitive_InItsDocumentation_HasASample(Type primitive) =>
        Assert.Contains($"T:{primitive.FullName}", DocumentedSample.Names);

    /// <summary>What one uses a primitive with, a permit, a plan or a result, is shown in the primitive's sample.</summary>
    private static bool IsTool(Type type) => type.GetMethod("<Clone>$") is null && type != typeof(Permit);
}
