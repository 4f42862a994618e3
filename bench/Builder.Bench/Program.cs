using Builder.Bench.Command;

return BenchCommand.Create().Parse(args).Invoke();
