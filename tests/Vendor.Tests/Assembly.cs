// A host has one vendor at a time, so tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
