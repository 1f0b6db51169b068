var myVerdict = Verdict.True;

async Task<string[]> MyExperiment()
{
    using var stop = new CancellationTokenSource();
    var call = Lane("call", () => Work(1));
    var impatient = call.WaitAsync(stop.Token);
    var patient = call.WaitAsync(CancellationToken.None);
    return [await End(impatient), await End(patient)];
}
