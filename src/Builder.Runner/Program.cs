using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Builder.Graph.Messages;
using Builder.Runner.Commands;
using Builder.Runner.Console;
using Builder.Runner.Pictures;
using Builder.Runner.Serving;
using Builder.Training.Native;

// Before anything that knows of libtorch: a server starts it when somebody waits for a picture.
if (args is [PictureWorker.Command])
{
    return PictureWorker.Run();
}

TorchRuntime.Prepare();

// No RootCommand: that would be named after the executable, but people start it as ./builder.
var root = new Command("./builder", ConsoleLocalizer.In(new("Builder: train neural networks that are drawn, not programmed.", "Builder：不写代码也能训练神经网络。")))
{
    TrainCommand.Create(),
    PredictCommand.Create(),
    ExportCommand.Create(),
    ServeCommand.Create(),
    CheckCommand.Create(),
    DoctorCommand.Create(),
    new HelpOption { Recursive = true, Description = ConsoleLocalizer.In("Shows this help.", "显示此帮助。") },
};
var parsed = root.Parse(args);
var code = parsed.Action is ParseErrorAction
    ? Failures.Guard(() => throw UsageErrors.Of(parsed), args.Contains("--json") ? JsonReport(args[0]) : null)
    : Failures.Guard(() => parsed.Invoke(
        new InvocationConfiguration { Output = new HelpWriter(System.Console.Out), EnableDefaultExceptionHandler = false }));
// Everything is written. A refusal does not wait until libtorch is loaded, nor anybody until it is taken down.
ProcessEnding.Now(code);
return code;

static Action<string, Message>? JsonReport(string command) => command switch
{
    "train" => TrainCommand.ReportJson,
    "check" => CheckReport.WriteFailureJson,
    _ => null,
};
