var prices = Channel.CreateBounded<int>(new BoundedChannelOptions(5)
{
    FullMode = BoundedChannelFullMode.DropWrite,
});

var orders = Channel.CreateBounded<int>(5);
