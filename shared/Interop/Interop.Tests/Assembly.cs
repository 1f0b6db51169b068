// A virtual loop owns the thread pool's one free thread while it runs, so tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
