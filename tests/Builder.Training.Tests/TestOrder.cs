// One test after the other: libtorch's random generator belongs to the whole process, and tests that seed it must not meet.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
