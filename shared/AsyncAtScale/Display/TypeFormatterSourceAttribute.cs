namespace AsyncAtScale.Display;

/// <summary>
/// .NET Interactive looks for an attribute of this simple name, in any namespace, and for its two
/// properties: a type can bring its formatters along without referencing the engine.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}
