var gates = new Dictionary<string, SemaphoreSlim>
{
    ["A"] = new SemaphoreSlim(2, 2),
    ["B"] = new SemaphoreSlim(4, 4),
};

async Task Call(Vendor vendor, int id)
{
    var gate = gates[vendor.Name];
    await gate.WaitAsync();
    try     { await vendor.GetPrice(id); }
    finally { gate.Release(); }
}
