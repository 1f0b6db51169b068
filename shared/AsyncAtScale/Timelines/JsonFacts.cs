using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace AsyncAtScale.Timelines;

/// <summary>What authors note or return, as JSON: names in snake_case, times in seconds.</summary>
internal static class JsonFacts
{
    /// <summary>
    /// The value as far as JSON can hold it: if not the whole of an object, then those of its members that it can. Null if
    /// nothing is left. Throws nothing: a remark or a result must not end the run that it tells of.
    /// </summary>
    public static JsonNode? Of<T>(T? value)
    {
        if (TryWrite(() => value, typeof(T), out var whole))
        {
            return whole;
        }

        // Of an exception that was thrown there would be left where the code stands on this machine.
        return value is null or Exception || !IsData(value) ? null : MembersOf(value, typeof(T) == typeof(object) ? value.GetType() : typeof(T));
    }

    private static JsonObject? MembersOf(object value, Type type)
    {
        if (ContractOf(type) is not { Kind: JsonTypeInfoKind.Object } contract)
        {
            return null;
        }

        var members = new JsonObject();
        foreach (var property in contract.Properties.Where(static property => property.Get is not null))
        {
            if (TryWrite(() => property.Get!(value), property.PropertyType, out var member))
            {
                members[property.Name] = member;
            }
        }

        return members;
    }

    private static JsonTypeInfo? ContractOf(Type type)
    {
        try
        {
            return TimelineFormat.Facts.GetTypeInfo(type);
        }
        catch (Exception)
        {
            return null; // a type that JSON cannot even describe
        }
    }

    private static bool TryWrite(Func<object?> read, Type type, out JsonNode? written)
    {
        written = null;
        try
        {
            var value = read();
            if (!IsData(value))
            {
                return false;
            }

            written = JsonSerializer.SerializeToNode(value, type, TimelineFormat.Facts);
            return true;
        }
        catch (Exception)
        {
            return false; // JSON cannot hold it, or a property of the author's has thrown
        }
    }

    /// <summary>To write a task is to wait for its result, and that may never come.</summary>
    private static bool IsData(object? value) => value is not (Delegate or Task or IEnumerable<Task>);
}
