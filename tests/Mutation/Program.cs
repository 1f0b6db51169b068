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
    .Mutants(path => path.Split('/')[0] is "Primitives" or "Loop" && path.Contains(settings.Only ?? "", StringComparison.Ordinal));
var sample = Sample.Of(all, settings.Size ?? all.Count, settings.Seed);
Console.WriteLine($"{all.Count} mutants compile, {sample.Count} of them are the sample (seed {settings.Seed}); {watch.Elapsed.TotalSeconds:0} s");
var suite = new TestSuite(configuration, library.Emit(null), settings.IsQuick);
Console.WriteLine($"the unchanged library passes; {watch.Elapsed.TotalSeconds:0} s");
var ledger = new Ledger(isNew: !settings.Again);
var left = sample.Where(mutant => !ledger.HasNoticed(mutant)).ToList();
var compiling = Task.Run(() => library.Emit(left.FirstOrDefault()));
foreach (var (number, mutant) in left.Index())
{
    var assembly = await compiling;
    compiling = Task.Run(() => library.Emit(left.ElementAtOrDefault(number + 1))); // while the tests run
    var verdict = suite.Judge(mutant, assembly);
    ledger.Add(verdict);
    Console.WriteLine($"{number + 1,4}/{left.Count}  {watch.Elapsed.TotalSeconds,5:0} s  {verdict.Fate,-8}  {mutant}  {verdict.By}");
}

var verdicts = ledger.Of(sample);
Report.Print(verdicts);
Console.WriteLine($"{watch.Elapsed.TotalMinutes:0.0} minutes");
return Report.ShareKilled(verdicts) >= Report.Target ? 0 : 1;
