// The random number generator, the number of threads and the resident memory are the process's: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
