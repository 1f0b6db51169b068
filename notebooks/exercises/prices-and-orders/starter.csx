var prices = Channel.CreateUnbounded<int>();

var orders = Channel.CreateUnbounded<int>();
