using System.Diagnostics;
using Mutation;

// Changes the library in many small ways, one at a time, and asks its tests whether they notice. Run by hand.
Settings settings;
try
{
    settings = Settings.From(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine($"{problem.Message}\nUsage: {Settings.Usage}");
    return 2;
}

// The build's own folder tells its configuration: …/bin/Debug/net10.0/
var configuration = Directory.GetParent(AppContext.BaseDirectory)!.Parent!.Name;
var watch = Stopwatch.StartNew();
var library = new Library(configuration);
var all = library
    .Mutants(path => path.Split('/')[0] is "Primitives" or "Loop" && path.Contains(settings.Only ?? "", StringComparison.Ordinal))
    .ToList();
var sample = Sample.Of(all, settings.Size ?? all.Count, settings.Seed);
Console.WriteLine($"{all.Count} mutants compile, {sample.Count} of them are the sample (seed {settings.Seed}); {watch.Elapsed.TotalSeconds:0} s");
var suite = new TestSuite(configuration, library);
Console.WriteLine($"the unchanged library passes; {watch.Elapsed.TotalSeconds:0} s");
var ledger = new Ledger(isNew: !settings.Again);
var left = sample.Where(mutant => !ledger.HasNoticed(mutant)).ToList();
foreach (var (number, mutant) in left.Index())
{
    var verdict = suite.Judge(mutant, library);
    ledger.Add(verdict);
    Console.WriteLine($"{number + 1,4}/{left.Count}  {watch.Elapsed.TotalSeconds,5:0} s  {verdict.Fate,-8}  {mutant}  {verdict.By}");
}

var verdicts = ledger.Of(sample);
Report.Print(verdicts);
Console.WriteLine($"{watch.Elapsed.TotalMinutes:0.0} minutes");
return Report.ShareKilled(verdicts) >= Report.Target ? 0 : 1;
