Task Cart() => Work(0.3);                  // what is in the cart
Task Prices() => Work(0.4);                // needs the cart
Task News() => Work(0.5);                  // needs nothing
Task BannerAsync() => Work(0.2);           // needs nothing, reads a file

Task Banner()                              // the same file, without await
{
    Block(0.2);
    return Task.CompletedTask;
}

async Task CartAndPrices(PartTimer time)
{
    await time.Part("cart", Cart);
    await time.Part("prices", Prices);
}

Task Page(PartTimer time) => Task.WhenAll(
    CartAndPrices(time),
    time.Part("news", News),
    time.Part("banner", BannerAsync));
