var north = new ModelServer(limit: 10, seconds: 0.1, name: "north");
var south = new ModelServer(limit: 3, seconds: 0.1, name: "south");

var northGate = new AsyncSemaphore(3, "north");
var southGate = new AsyncSemaphore(10, "south");

async Task<int> AskNorth()
{
    using var permit = await northGate.EnterAsync();
    return await north.Call();
}

async Task<int> AskSouth()
{
    using var permit = await southGate.EnterAsync();
    return await south.Call();
}
