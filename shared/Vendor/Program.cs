using Vendor;

return args switch
{
    ["serve", .. var options] => await Serving.RunAsync(options),
    ["naive-client", var address, var calls] => await NaiveClient.RunAsync(new Uri(address), int.Parse(calls), isPrepared: true),
    ["naive-client", var address, var calls, "--unprepared"] => await NaiveClient.RunAsync(new Uri(address), int.Parse(calls), isPrepared: false),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Vendor serve [--lifetime SECONDS]    a vendor on a free port of this machine; it ends when its standard input does
        Vendor naive-client ADDRESS CALLS [--unprepared]
                                             asks for one price after another without waiting for any
        """);
    return 2;
}
