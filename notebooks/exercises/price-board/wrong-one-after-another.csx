(string Name, double Seconds, bool IsDown)[] vendors =
[
    ("north", 0.6, false),
    ("south", 0.3, false),
    ("east", 0.9, false),
    ("west", 0.5, true),
];

async Task ShowPrices()
{
    foreach (var (name, seconds, isDown) in vendors)
    {
        try
        {
            await Fetch(name, seconds, isDown);
            Note("price shown");
        }
        catch (ValueError)
        {
            Note("no price");
        }
    }
}
