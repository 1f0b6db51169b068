var north = new ModelServer(limit: 10, seconds: 0.1, name: "north");
var south = new ModelServer(limit: 3, seconds: 0.1, name: "south");

var gate = new AsyncSemaphore(3);

async Task<int> AskNorth()
{
    using var permit = await gate.EnterAsync();
    return await north.Call();
}

async Task<int> AskSouth()
{
    using var permit = await gate.EnterAsync();
    return await south.Call();
}
