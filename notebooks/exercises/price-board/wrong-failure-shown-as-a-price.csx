(string Name, double Seconds, bool IsDown)[] vendors =
[
    ("north", 0.6, false),
    ("south", 0.3, false),
    ("east", 0.9, false),
    ("west", 0.5, true),
];

async Task ShowPrices()
{
    var calls = vendors
        .Select(v => Fetch(v.Name, v.Seconds, v.IsDown)).ToList();
    await foreach (var call in Task.WhenEach(calls))
    {
        Note("price shown");
    }
}
