// Brokers and workers are many processes: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
