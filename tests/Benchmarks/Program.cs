using Benchmarks;

return args switch
{
    // How long a whole run of a notebook takes, next to the bare compilation of its cells.
    ["compile-peer", var notebook] => await RunnerRatio.RunAsync(Path.GetFullPath(notebook)),
    ["compile-peer-once", var notebook] => CompilePeer.Run(notebook),
    _ => 0,
};
