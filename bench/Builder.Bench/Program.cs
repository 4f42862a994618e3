using Builder.Bench.Command;
using Builder.Training.Native;

TorchRuntime.Prepare();
return BenchCommand.Create().Parse(args).Invoke();
