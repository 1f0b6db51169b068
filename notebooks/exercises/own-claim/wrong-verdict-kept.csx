var myVerdict = Verdict.True;

async Task<string[]> MyExperiment()
{
    using var stop = new CancellationTokenSource(
        TimeSpan.FromSeconds(0.5), Clock);
    var call = Lane("call", () => Work(1));
    var impatient = call.WaitAsync(stop.Token);
    var patient = call.WaitAsync(CancellationToken.None);
    return [await End(impatient), await End(patient)];
}
