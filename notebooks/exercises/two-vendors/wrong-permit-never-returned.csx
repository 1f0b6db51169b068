var north = new ModelServer(limit: 10, seconds: 0.1, name: "north");
var south = new ModelServer(limit: 3, seconds: 0.1, name: "south");

var northGate = new AsyncSemaphore(10, "north");
var southGate = new AsyncSemaphore(3, "south");

async Task<int> AskNorth()
{
    await northGate.EnterAsync();
    return await north.Call();
}

async Task<int> AskSouth()
{
    await southGate.EnterAsync();
    return await south.Call();
}
