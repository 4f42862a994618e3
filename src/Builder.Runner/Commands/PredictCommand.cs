using System.CommandLine;
using Builder.Graph;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Protocol.Messages;
using Builder.Runner.Console;
using Builder.Training;
using Builder.Training.Inference;
using Builder.Training.Runs;
using static TorchSharp.torch;

namespace Builder.Runner.Commands;

/// <summary>builder predict BUNDLE: raw rows, a picture or text in, readable predictions out.</summary>
public static class PredictCommand
{
    private const int MostRefusedTold = 20;

    private static readonly Argument<string> Bundle = new("BUNDLE")
    {
        Description = ConsoleLocalizer.In("Folder of a model that a finished training has named.", "训练完成时给出的模型文件夹。"),
    };

    private static readonly Option<string?> Input = new("--input")
    {
        Description = ConsoleLocalizer.In("A table, a picture, a folder of pictures, or a text file to go on from. The target column is not needed.",
            "表格、图片、图片文件夹，或作为开头的文本文件。不需要目标列。"),
        HelpName = "FILE",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = ConsoleLocalizer.In("Where to write: .csv or .json for predictions, .txt for text, a folder for pictures. Default: the console.",
            "输出位置：预测用 .csv 或 .json，文字用 .txt，图片用文件夹。默认输出到屏幕。"),
        HelpName = "FILE",
    };

    private static readonly Option<int> Count = ValueOption.CountOr(
        16, "--count", "N", new("For generated pictures: how many.", "生成图片的数量。"));

    private static readonly Option<int> Tokens = ValueOption.CountOr(
        400, "--tokens", "N", new("For generated text: how many characters or words to add.", "生成文字时追加多少个字符或词。"));

    private static readonly Option<double> Temperature = ValueOption.NumberFromZero(
        "--temperature", "T",
        new("For generated text: below 1 more predictable, above 1 more daring; 0 always takes the likeliest.",
            "生成文字的随机程度：小于 1 更稳妥，大于 1 更大胆；0 表示总是选最可能的。"), 0.8);

    private static readonly Option<int> TopK = ValueOption.IntegerFromZero(
        "--top-k", "K", new("For generated text: draw from the K likeliest only; 0 for all.", "生成文字时只从最可能的 K 个中选取；0 表示不限。"), 0);

    private static readonly Option<int> Seed = ValueOption.Integer(
        "--seed", "S", new("The same seed generates the same.", "相同的种子生成相同的内容。"), 1);

    private static readonly Option<DeviceChoice> Device = ValueOption.Device(new(
        "Where to compute: auto (a GPU where there is one), cpu or cuda.", "计算设备：auto（有 GPU 就用 GPU）、cpu 或 cuda。"));

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("predict", ConsoleLocalizer.In("Predicts with a trained model.", "使用训练好的模型进行预测。"))
        {
            Bundle, Input, Output, Count, Tokens, Temperature, TopK, Seed, Device,
        };
        command.SetAction(parsed => Failures.Guard(() => Run(parsed)));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        LibtorchWarmup.Begin();
        using var model = ModelRunner.Load(parsed.GetValue(Bundle)!, DeviceSelection.Of(parsed.GetValue(Device)));
        if (model.Heads.FirstOrDefault(h => TextGenerator.CanWrite(model.Program, h)) is { } writer)
        {
            return WriteText(parsed, model, writer);
        }

        return model.Heads.FirstOrDefault(h => PictureGenerator.CanGenerate(model.Program, h)) is { } pictures
            ? WritePictures(parsed, model, pictures)
            : WriteTable(parsed, model);
    }

    private static int WriteText(ParseResult parsed, ModelRunner model, Head head)
    {
        PredictionOutput.CheckFile(parsed.GetValue(Output));
        var prompt = parsed.GetValue(Input) is { } file ? File.ReadAllText(SingleFile(file)).TrimEnd('\n') : "";
        var options = new SamplingOptions(
            parsed.GetValue(Tokens), parsed.GetValue(Temperature), parsed.GetValue(TopK), parsed.GetValue(Seed));
        PredictionOutput.Text(new TextGenerator(model.Program, head, model.Bundle.Transforms).Continue(prompt, options), parsed.GetValue(Output));
        return 0;
    }

    private static int WritePictures(ParseResult parsed, ModelRunner model, Head head)
    {
        var folder = parsed.GetValue(Output) ?? throw new UsageException(new(
            "This model generates pictures: say with --output in which folder they shall be written.",
            "这个模型会生成图片：请用 --output 指定保存图片的文件夹。"));
        PredictionOutput.MakeFolder(folder);
        using var scope = NewDisposeScope();
        var pictures = PictureGenerator.Generate(model.Program, head, parsed.GetValue(Count), parsed.GetValue(Seed));
        for (long i = 0; i < pictures.shape[0]; i++)
        {
            PictureGenerator.WritePng(pictures.select(0, i), Path.Combine(folder, $"{i + 1:D5}.png"));
        }

        System.Console.Error.WriteLine(ConsoleLocalizer.In($"{pictures.shape[0]} pictures written to {folder}.", $"已将 {pictures.shape[0]} 张图片写入 {folder}。"));
        return 0;
    }

    private static int WriteTable(ParseResult parsed, ModelRunner model)
    {
        var input = parsed.GetValue(Input) ?? throw new UsageException(new(
            "Say with --input what to predict for: a table, a picture or a folder of pictures.",
            "请用 --input 指定要预测的内容：表格、图片或图片文件夹。"));
        var ending = Path.GetExtension(parsed.GetValue(Output) ?? "");
        if (ending is not ("" or ".csv" or ".json" or ".txt"))
        {
            throw new UsageException(new(
                $"Predictions can be written as .csv or .json, not as {ending}. Every spreadsheet opens .csv.",
                $"预测结果可以保存为 .csv 或 .json，不能保存为 {ending}。表格软件都能打开 .csv。"));
        }

        PredictionOutput.CheckFile(parsed.GetValue(Output));
        var file = Predictor.DataSetOf(model).Source is TableSource or TextSource ? SingleFile(input) : Existing(input);
        var table = Predictor.Predict(model, Path.GetFullPath(file));
        PredictionOutput.Table(table, parsed.GetValue(Output));
        foreach (var refused in table.Refused.Take(MostRefusedTold))
        {
            System.Console.Error.WriteLine(ConsoleLocalizer.In(WordsOf(refused)));
        }

        if (table.Refused.Length > MostRefusedTold)
        {
            System.Console.Error.WriteLine(ConsoleLocalizer.In(
                $"{table.Refused.Length - MostRefusedTold} more have no prediction for such a reason.", $"另有 {table.Refused.Length - MostRefusedTold} 个因类似原因没有预测结果。"));
        }

        foreach (var unseen in UnseenValues.Of(table.Unseen) ?? [])
        {
            System.Console.Error.WriteLine(ConsoleLocalizer.In(unseen.Words));
        }

        return 0;
    }

    private static Localized WordsOf(RefusedRow refused) => refused switch
    {
        { Reason: { } reason } => new($"{reason.Words.En} It has no prediction.", $"{reason.Words.Zh}它没有预测结果。"),
        { Text: null } => new(
            $"Row {refused.Row + 1} below the names has no prediction: “{refused.Column}” has no value there, and the model needs one. Fill it in.",
            $"列名下面的第 {refused.Row + 1} 行没有预测结果：“{refused.Column}”没有值，而模型需要它。请补上。"),
        _ => new(
            $"Line {refused.Line} has no prediction: “{refused.Text}” in “{refused.Column}” is not a {(refused.NeedsDate ? "date" : "number")}.",
            $"第 {refused.Line} 行没有预测结果：“{refused.Column}”中的“{refused.Text}”不是{(refused.NeedsDate ? "日期" : "数字")}。"),
    };

    private static string SingleFile(string path) => !Directory.Exists(path) ? Existing(path) : throw new UsageException(new(
        $"“{path}” is a folder, but this model reads one file. Name the file in it with --input.",
        $"“{path}”是文件夹，而这个模型一次读取一个文件。请用 --input 指定其中的文件。"));

    private static string Existing(string path) => File.Exists(path) || Directory.Exists(path)
        ? path
        : throw new TrainingException(RunnerMessages.NoInput.With(("path", path)));
}
