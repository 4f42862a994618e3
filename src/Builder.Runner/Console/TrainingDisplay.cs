using System.Globalization;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Loop;

namespace Builder.Runner.Console;

/// <summary>Shows a run to a person: a progress bar while it learns, then the scores of the held-back test rows.</summary>
public sealed class TrainingDisplay(RunFolder folder)
{
    private const int BarWidth = 30;
    private readonly bool _isTerminal = !System.Console.IsOutputRedirected;
    private long _epochs;
    private long _stepsPerEpoch;
    private long _lineLength;
    private int _tenths;

    /// <summary>Shows an event.</summary>
    public void Show(TrainingEvent happened)
    {
        switch (happened)
        {
            case RunStarted started: ShowStart(started); break;
            case BatchesDone batches: ShowProgress(batches.Epoch - 1, batches.Step, batches.Losses, batches.SecondsLeft); break;
            case EpochDone epoch: ShowProgress(epoch.Epoch, 0, Shown(epoch), null); break;
            case SampleMade { Kind: SampleKind.Text } sample when sample.Epoch == _epochs: ShowText(sample.Value); break;
            case RatesChanged: Line(ConsoleLocalizer.In(RateWords.Changed((RunEvent.RatesChanged)EventMapping.ToMessage(happened, folder)).Words)); break;
            case Remark remark: Line(ConsoleLocalizer.In(remark.Message.Words)); break;
            case RunFinished finished: ShowResult(finished.Result); break;
        }
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "N0" : "0.####", CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, double> Shown(EpochDone epoch) =>
        epoch.Validation.Count > 0 ? epoch.Validation.Take(3).ToDictionary(s => ConsoleLocalizer.In("validation ", "验证 ") + s.Key, s => s.Value) : epoch.Train;

    private void ShowStart(RunStarted started)
    {
        (_epochs, _stepsPerEpoch) = (started.Epochs, started.StepsPerEpoch);
        Line(ConsoleLocalizer.In(
            $"Training on {started.Samples.Train:N0} samples; {started.Samples.Validation:N0} choose the best epoch, {started.Samples.Test:N0} are held back for the test.",
            $"用 {started.Samples.Train:N0} 个样本训练；{started.Samples.Validation:N0} 个用于挑选最佳轮次，{started.Samples.Test:N0} 个留作测试。"));
        Line(ConsoleLocalizer.In(
            $"{started.Parameters:N0} weights, {started.Epochs} epochs, on {started.Device} with {started.Threads} {(started.Threads == 1 ? "thread" : "threads")}.",
            $"{started.Parameters:N0} 个可训练参数，{started.Epochs} 轮，设备 {started.Device}，{started.Threads} 个线程。"));
        if (started.ResumedAt is { } epoch)
        {
            Line(ConsoleLocalizer.In($"Going on in epoch {epoch}.", $"从第 {epoch} 轮继续。"));
        }
    }

    private void ShowProgress(long epochsDone, long step, IReadOnlyDictionary<string, double> scores, double? secondsLeft)
    {
        var part = (epochsDone + ((double)step / _stepsPerEpoch)) / _epochs;
        if (!_isTerminal)
        {
            ShowTenth(part, epochsDone, scores);
            return;
        }

        var filled = (int)(part * BarWidth);
        var bar = new string('█', filled) + new string('░', BarWidth - filled);
        var epoch = Math.Min(_epochs, step > 0 ? epochsDone + 1 : epochsDone);
        var left = secondsLeft is { } seconds && double.IsFinite(seconds)
            ? ConsoleLocalizer.In($"  {TimeSpan.FromSeconds(seconds):m\\:ss} left", $"  剩余 {TimeSpan.FromSeconds(seconds):m\\:ss}") : "";
        var line = $"{bar} {ConsoleLocalizer.In("epoch", "轮次")} {epoch}/{_epochs}  {Join(scores)}{left}";
        System.Console.Write("\r" + line.PadRight((int)_lineLength));
        _lineLength = line.Length;
    }

    // Without a terminal there is nothing to redraw: a line for every tenth of the way.
    private void ShowTenth(double part, long epochsDone, IReadOnlyDictionary<string, double> scores)
    {
        var tenths = (int)(part * 10);
        if (tenths > _tenths)
        {
            _tenths = tenths;
            System.Console.WriteLine($"{tenths * 10,3}%  {ConsoleLocalizer.In("epoch", "轮次")} {epochsDone}/{_epochs}  {Join(scores)}");
        }
    }

    private static string Join(IReadOnlyDictionary<string, double> scores) =>
        string.Join("  ", scores.Select(s => $"{s.Key} {Number(s.Value)}"));

    private void ShowText(string text)
    {
        Line(ConsoleLocalizer.In("What the model writes:", "模型写出的文字："));
        Line(text);
    }

    private void ShowResult(RunResult result)
    {
        Line("");
        Line(result.Test.Count > 0
            ? ConsoleLocalizer.In("Scores on the test samples, which were never used before:", "测试样本（此前从未使用过）上的得分：")
            : ConsoleLocalizer.In("Scores on the training samples (the project holds no test samples back):", "训练样本上的得分（项目没有留出测试样本）："));
        foreach (var (name, value) in result.Test.Count > 0 ? result.Test : result.Train)
        {
            var unit = result.Units.TryGetValue(name, out var known) ? " " + known : "";
            var baseline = result.Baseline.TryGetValue(name, out var plain)
                ? ConsoleLocalizer.In($"   (without a network: {Number(plain)}{unit})", $"   （不用网络的简单预测：{Number(plain)}{unit}）") : "";
            Line($"  {name,-20} {Number(value)}{unit}{baseline}");
        }

        var end = result.End switch
        {
            RunEnd.EarlyStopping => ConsoleLocalizer.In($" It stopped early, as epoch {result.BestEpoch} stayed the best.", $"第 {result.BestEpoch} 轮之后没有进步，已提前停止。"),
            RunEnd.Stopped => ConsoleLocalizer.In(" It was stopped and can go on with --resume.", "训练被停止，可用 --resume 继续。"),
            _ => "",
        };
        Line(ConsoleLocalizer.In($"{result.Epochs} epochs in {result.Seconds:0.0} s.{end}", $"{result.Epochs} 轮，用时 {result.Seconds:0.0} 秒。{end}"));
        Line(ConsoleLocalizer.In($"Model saved in {Shorten(result.Bundle)}", $"模型已保存到 {Shorten(result.Bundle)}"));
    }

    private string Shorten(string path) => FilePaths.IsBelow(Environment.CurrentDirectory, path)
        ? Path.GetRelativePath(Environment.CurrentDirectory, path)
        : Path.Combine(folder.Path, Path.GetFileName(path));

    private void Line(string text)
    {
        if (_lineLength > 0)
        {
            System.Console.WriteLine();
            _lineLength = 0;
        }

        System.Console.WriteLine(text);
    }
}
