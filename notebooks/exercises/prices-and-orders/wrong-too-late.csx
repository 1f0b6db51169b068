var prices = Channel.CreateBounded<int>(new BoundedChannelOptions(5)
{
    FullMode = BoundedChannelFullMode.DropOldest,
});

var orders = Channel.CreateBounded<int>(5);
