var prices = Channel.CreateBounded<int>(new BoundedChannelOptions(1)
{
    FullMode = BoundedChannelFullMode.DropOldest,
});

var orders = Channel.CreateBounded<int>(5);
