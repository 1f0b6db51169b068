using System.Text;
using System.Text.Json.Nodes;

namespace Handouts.Tests.Fuzzing;

/// <summary>Makes broken notebooks of a good one: mostly still JSON, so that the damage gets far.</summary>
internal sealed class NotebookMutator(Random random)
{
    private const string Deep = "@@deep@@";
    private const string HalfPair = "@@half@@";

    private static readonly string[] Keys =
        ["cells", "id", "source", "outputs", "metadata", "course", "cell_type", "nbformat", "nbformat_minor", "tags", "data", "text", "x"];

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null, () => true, () => 0, () => -1, () => 1.5e308, () => 9_999_999_999_999, () => "", () => "text", () => "code",
        () => new JsonArray(), () => new JsonObject(), () => new JsonArray(1, null, "a"), () => Deep, () => HalfPair,
        () => "\0", () => "\u001b]0;owned\u0007\u001b[2J", () => "../../etc/passwd", () => new string('x', 200_000),
        () => string.Concat(Enumerable.Repeat("> ", 5_000)), () => new string('[', 5_000), () => "[a](%00) ![b](data:x) <http://[>",
        () => string.Concat(Enumerable.Repeat("<div>", 5_000)), () => string.Concat(Enumerable.Repeat("<script>", 5_000)),
        () => "<img src=x onerror=owned()><script>owned()</script></script></style></textarea>", () => "|a|b|\n|-|-|\n|`|`|\n",
        () => string.Concat(Enumerable.Repeat("*a_", 2_000)), () => "#r \"nuget:\"\n#load \"\"\n#!magic\n#if\n", () => "\"\"\"\"{{{{", () => "error: X",
    ];

    /// <summary>A broken copy.</summary>
    public byte[] Mutate(JsonNode notebook)
    {
        var broken = notebook.DeepClone();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            Change(broken);
        }

        var text = broken.ToJsonString()
            .Replace($"\"{Deep}\"", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal)
            .Replace(HalfPair, "\\ud83c", StringComparison.Ordinal);
        return random.Next(3) == 0 ? Bytes(text) : Encoding.UTF8.GetBytes(text);
    }

    private void Change(JsonNode root)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
        {
            return;
        }

        switch (places[random.Next(places.Count)])
        {
            case (JsonObject members, string key):
                Change(members, key);
                break;
            case (JsonArray items, int index):
                Change(items, index);
                break;
        }
    }

    private void Change(JsonObject members, string key)
    {
        switch (random.Next(4))
        {
            case 0:
                members.Remove(key);
                break;
            case 1:
                var value = members[key]?.DeepClone();
                members.Remove(key);
                members[Keys[random.Next(Keys.Length)]] = value;
                break;
            default:
                members[key] = Value();
                break;
        }
    }

    private void Change(JsonArray items, int index)
    {
        switch (random.Next(4))
        {
            case 0:
                items.RemoveAt(index);
                break;
            case 1:
                items.Insert(random.Next(items.Count), items[index]?.DeepClone());
                break;
            default:
                items[index] = Value();
                break;
        }
    }

    private JsonNode? Value() => Values[random.Next(Values.Length)]();

    private static IEnumerable<(JsonNode Parent, object Place)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany((item, index) => Places(item).Prepend((items, index))),
        _ => [],
    };

    /// <summary>Damage below the level of JSON.</summary>
    private byte[] Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var place = random.Next(bytes.Length);
        return random.Next(7) switch
        {
            0 => bytes[..place],
            1 => [.. bytes[..place], 0xC3, 0x28, .. bytes[place..]],
            2 => [.. bytes[..place], 0, .. bytes[place..]],
            3 => [0xEF, 0xBB, 0xBF, .. bytes],
            4 => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray(),
            5 => [.. bytes, .. bytes],
            _ => [.. bytes[..place], (byte)random.Next(256), .. bytes[(place + 1)..]],
        };
    }
}
