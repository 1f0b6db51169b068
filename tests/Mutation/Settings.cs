using System.Globalization;

namespace Mutation;

/// <summary>What the command line asks for.</summary>
/// <param name="Seed">Which random sample.</param>
/// <param name="Size">How many mutants; null for all.</param>
/// <param name="Only">Files whose name contains this; null for all.</param>
/// <param name="Again">Takes up the last run: only what no test has noticed yet is tried.</param>
/// <param name="IsQuick">Leaves the slow tests out, so that some survive whom those would notice.</param>
internal sealed record Settings(int Seed, int? Size, string? Only, bool Again, bool IsQuick)
{
    public const string Usage = "dotnet run --project tests/Mutation -- [--seed N] [--sample N] [--only FILE] [--again] [--quick]";

    /// <exception cref="FormatException">Not a valid command line.</exception>
    public static Settings From(IEnumerable<string> arguments)
    {
        var settings = new Settings(Seed: 1, Size: null, Only: null, Again: false, IsQuick: false);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var option))
        {
            settings = option switch
            {
                "--again" => settings with { Again = true },
                "--quick" => settings with { IsQuick = true },
                "--seed" => settings with { Seed = Number(rest) },
                "--sample" => settings with { Size = Number(rest) },
                "--only" => settings with { Only = Value(rest) },
                _ => throw new FormatException($"Unknown: {option}"),
            };
        }

        return settings;
    }

    private static int Number(Queue<string> rest) => int.Parse(Value(rest), CultureInfo.InvariantCulture);

    private static string Value(Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new FormatException("A value is missing at the end.");
}
