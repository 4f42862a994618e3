using System.CommandLine;
using Builder.Runner.Commands;
using Builder.Runner.Console;

var root = new RootCommand(Say.In(new("Builder: train neural networks that are drawn, not programmed.", "Builder：不写代码也能训练神经网络。")))
{
    TrainCommand.Create(),
    PredictCommand.Create(),
    CheckCommand.Create(),
    DoctorCommand.Create(),
};
var parsed = root.Parse(args);
return parsed.Errors.Count > 0 && args is ["train", ..] && args.Contains("--json")
    ? Failures.Guard(() => throw TrainCommand.Misused(parsed), TrainCommand.ReportJson)
    : parsed.Invoke();
