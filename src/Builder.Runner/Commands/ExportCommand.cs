using System.CommandLine;
using Builder.Runner.Console;
using Builder.Training.Export;
using Builder.Training.Formats;
using Builder.Training.Inference;
using static TorchSharp.torch;

namespace Builder.Runner.Commands;

/// <summary>builder export BUNDLE: a model in a form that programs outside of Builder compute with.</summary>
public static class ExportCommand
{
    private const string UsualFile = "model.onnx";

    private const string Install = "pip install onnxruntime";

    private static readonly Argument<string> Bundle = new("BUNDLE")
    {
        Description = ConsoleLocalizer.In("Folder of a model that a finished training has named.", "训练完成时给出的模型文件夹。"),
    };

    private static readonly Option<string?> Onnx = new("--onnx")
    {
        Description = ConsoleLocalizer.In(
            $"Writes one ONNX file, which runs without Builder in nearly every language and on every system; {UsualFile} where no name is given.",
            $"写成一个 ONNX 文件，不需要 Builder 就能在各种系统上用几乎任何编程语言运行；不写文件名则为 {UsualFile}。"),
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("export", ConsoleLocalizer.In("Writes a trained model for use outside of Builder.", "导出训练好的模型，在 Builder 之外使用。")) { Bundle, Onnx };
        command.SetAction(parsed => Failures.Guard(() => Run(parsed)));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetResult(Onnx) is null)
        {
            throw new UsageException(new("Say what to write: --onnx for an ONNX file.", "请说明要导出成什么：--onnx 表示 ONNX 文件。"));
        }

        var file = parsed.GetValue(Onnx) ?? UsualFile;
        PredictionOutput.CheckFile(file, Onnx.Name);
        LibtorchWarmup.Begin();
        using var model = ModelRunner.Load(parsed.GetValue(Bundle)!, CPU);
        var written = OnnxExport.Write(model, Path.GetFileName(file));
        SavedFile.Write(Path.GetFullPath(file), stream => stream.Write(written.Content));
        System.Console.Error.WriteLine(ConsoleLocalizer.In(
            $"{file} is written. With Python ({Install}) it is asked like this:",
            $"已写好 {file}。在 Python 中（{Install}）可以这样使用："));
        System.Console.Out.Write(written.Usage);
        return 0;
    }
}
