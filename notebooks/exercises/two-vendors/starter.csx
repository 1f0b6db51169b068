var north = new ModelServer(limit: 10, seconds: 0.1, name: "north");
var south = new ModelServer(limit: 3, seconds: 0.1, name: "south");

async Task<int> AskNorth() => await north.Call();

async Task<int> AskSouth() => await south.Call();
