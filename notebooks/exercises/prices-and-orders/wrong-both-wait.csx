var prices = Channel.CreateBounded<int>(1);

var orders = Channel.CreateBounded<int>(5);
