async Task Import()
{
    _ = FetchAsync();
    for (var row = 1; row <= 10; row++)
    {
        Parse(row);
        await Task.Yield();
    }
}

void Fetch() => Block(0.5, "fetch");               // the old client
Task FetchAsync() => Step(0.5, "fetch");           // the new client
void Parse(int row) => Block(0.03, $"row {row}");  // computes
