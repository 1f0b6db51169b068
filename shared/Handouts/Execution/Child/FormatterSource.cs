using System.Reflection;

namespace Handouts.Execution.Child;

/// <summary>
/// The formatters that a type brings along by .NET Interactive's convention: an attribute of the simple
/// name TypeFormatterSourceAttribute, whatever its namespace.
/// </summary>
internal sealed class FormatterSource
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly List<(string MimeType, Func<object, TextWriter, bool> Format)> _formatters;

    private FormatterSource(object attribute)
    {
        var sourceType = Property<Type>(attribute, "FormatterSourceType")!;
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var create = sourceType.GetMethod("CreateTypeFormatters", Instance, Type.EmptyTypes)
            ?? throw new MissingMethodException(sourceType.Name, "CreateTypeFormatters");
        var formatters = ((IEnumerable<object>)create.Invoke(source, null)!).Select(Formatter).ToList();
        var preferred = Property<string[]>(attribute, "PreferredMimeTypes");
        _formatters = preferred is null
            ? formatters
            : [.. preferred.SelectMany(type => formatters.Where(formatter => formatter.MimeType == type).Take(1))];
    }

    /// <summary>The formatters of a type or of the class it inherits them from; null if it has none.</summary>
    public static FormatterSource? Of(Type type) =>
        type.GetCustomAttributes(inherit: true)
            .FirstOrDefault(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute") is { } found
            ? new FormatterSource(found)
            : null;

    /// <summary>Adds each form that a formatter is willing to give.</summary>
    public void AddForms(Dictionary<string, string> data, object value)
    {
        foreach (var (mimeType, format) in _formatters)
        {
            using var writer = new StringWriter { NewLine = "\n" };
            if (format(value, writer))
            {
                data.TryAdd(mimeType, writer.ToString());
            }
        }
    }

    private static (string MimeType, Func<object, TextWriter, bool> Format) Formatter(object formatter)
    {
        var format = formatter.GetType().GetMethod("Format", Instance, [typeof(object), typeof(TextWriter)])
            ?? throw new MissingMethodException(formatter.GetType().Name, "Format(object, TextWriter)");
        return (Property<string>(formatter, "MimeType")!, format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }

    private static T? Property<T>(object owner, string name)
        where T : class =>
        owner.GetType().GetProperty(name, Instance)?.GetValue(owner) as T;
}
