using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Bench.Command;
using Builder.Bench.Measuring;
using Builder.Proposals;

namespace Builder.Bench.Proposals;

/// <summary>builder bench proposals: how well proposed models do, and how much that hangs on chance, against scikit-learn on the same rows.</summary>
public static class ProposalsCommand
{
    private static readonly JsonSerializerOptions Lines = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly System.Text.CompositeFormat Row = System.Text.CompositeFormat.Parse("{0,-24} {1,7} {2,7} {3,9} {4,7} {5,-15} {6,8} {7,8} {8,14} {9,7} {10}");

    private static readonly Argument<string?> Folder = new("FOLDER")
    {
        Description = Say.In($"A folder of tables with a list {BenchTable.ListName}. Default: samples that come along.", $"含有 {BenchTable.ListName} 列表的表格文件夹。默认使用自带的样例。"),
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Seeds = new("--seeds")
    {
        Description = Say.In("From how many random starts each model is trained.", "每个模型从多少个随机起点训练。"), HelpName = "N", DefaultValueFactory = _ => 5,
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = Say.In("Threads that compute, on both sides.", "双方各自的计算线程数。"), HelpName = "N", DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Only = new("--only") { Description = Say.In("Only tables whose file name contains this.", "只测文件名包含此文字的表格。"), HelpName = "TEXT" };

    private static readonly Option<string?> List = new("--list")
    {
        Description = Say.In($"A list of tables below the folder. Default: {BenchTable.ListName} in the folder.", $"该文件夹中表格的列表文件。默认为文件夹中的 {BenchTable.ListName}。"), HelpName = "FILE",
    };

    private static readonly Option<bool> Sizes = new("--sizes")
    {
        Description = Say.In("Also tries three sizes for a few seconds each, and trains the one that is better on the validation rows.", "另外以三种规模各训练几秒，再训练验证数据上更好的那一种。"),
    };

    private static readonly Option<bool> Json = new("--json") { Description = Say.In("Prints one JSON object a line.", "每行输出一个 JSON 对象。") };

    /// <summary>The command with its options.</summary>
    public static System.CommandLine.Command Create()
    {
        var command = new System.CommandLine.Command("proposals", Say.In(
            "Proposes a model for each table, trains it from several random starts, and compares its scores with scikit-learn's on the same rows.",
            "为每个表格推荐模型，从多个随机起点训练，并在相同的行上与 scikit-learn 比较得分。"))
        {
            Folder, Seeds, Threads, Only, List, Sizes, Json,
        };
        foreach (var count in new[] { Seeds, Threads })
        {
            count.Validators.Add(option =>
            {
                if (option.GetValueOrDefault<int>() < 1)
                {
                    option.AddError(Say.In($"{option.Option.Name} is out of range.", $"{option.Option.Name} 超出范围。"));
                }
            });
        }

        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(Folder) ?? Path.Combine(AppContext.BaseDirectory, "tables"));
        var (json, only, results, good) = (parsed.GetValue(Json), parsed.GetValue(Only), new List<ProposalResult>(), true);
        try
        {
            Begin(json);
            foreach (var table in BenchTable.Read(Path.GetFullPath(parsed.GetValue(List) ?? Path.Combine(folder, BenchTable.ListName))).Where(t => only is null || t.File.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                try
                {
                    results.Add(Measure(table, folder, parsed.GetValue(Seeds), parsed.GetValue(Threads), parsed.GetValue(Sizes)));
                    Show(results[^1], json);
                }
                catch (Exception failure) when (BenchCommand.Explain(failure) is { } words)
                {
                    Fail(table.File, words, json);
                    good = false;
                }
            }
        }
        catch (BenchException failure)
        {
            Fail(folder, failure.Words, json);
            good = false;
        }

        ShowRanks(results, json);
        return good ? 0 : 1;
    }

    private static ProposalResult Measure(BenchTable table, string folder, int seeds, int threads, bool sizes)
    {
        var work = Directory.CreateTempSubdirectory("builder-bench-").FullName;
        try
        {
            var model = new ProposedModel(table, folder);
            ProposedScore[] Train(ProposedModel sized, ModelSize size) => [.. Enumerable.Range(1, seeds).Select(seed => sized.Train(seed, threads, Path.Combine(work, $"{size}-{seed}")))];
            var ours = Train(model, ModelSize.Middle);
            var size = sizes ? model.ChooseSize(threads) : null;
            var (other, linear) = Peers(model, work, seeds, threads);
            return new()
            {
                Table = table.File, Score = model.Metric.Id, Classes = model.Classes,
                Rows = model.Data.Train.LongLength, Tested = model.Data.Test.LongLength, Weights = ours[0].Weights,
                Ours = [.. ours.Select(score => score.Score).Order()], Validated = [.. ours.Select(score => score.Validated).Order()], Other = other, Linear = linear,
                HeldOut = table.HeldOut, Size = size,
                Resized = size is { } chosen and not ModelSize.Middle ? [.. Train(model.In(chosen), chosen).Select(score => score.Score).Order()] : null,
                Seconds = ours.Max(score => score.Seconds), Epochs = [.. ours.Select(score => score.Epochs)],
            };
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static (double? Other, double? Linear) Peers(ProposedModel model, string work, int seeds, int threads)
    {
        if (PeerRows.Write(model, work) is not { } rows)
        {
            return (null, null);
        }

        using var peer = new PeerProcess("proposals.py", rows, threads);
        var answers = Enumerable.Range(1, seeds).Select(seed => peer.Ask(new() { ["learn"] = seed })).ToArray();
        double? Median(string name)
        {
            double[] scores = [.. answers.Select(answer => answer[name]).OfType<System.Text.Json.Nodes.JsonNode>().Select(score => score.GetValue<double>()).Order()];
            return scores.Length == 0 ? null : scores[scores.Length / 2];
        }

        return (Median("boosting") ?? Median("bayes"), Median("linear"));
    }

    private static void Begin(bool json)
    {
        if (!json)
        {
            Console.WriteLine(Say.In(ProposalWords.Peers));
            Line(Say.In("table", "表格"), Say.In("rows", "行"), Say.In("classes", "类别"), Say.In("weights", "参数"), Say.In("ours", "本模型"), Say.In("[worst–best]", "［最差–最好］"),
                Say.In("boosting", "提升树"), Say.In("linear", "线性"), Say.In("size", "规模"), Say.In("s", "秒"), Say.In("epochs", "轮数"));
        }
    }

    private static void Show(ProposalResult result, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Lines));
            return;
        }

        Line(result.Table, result.Rows, result.Classes, result.Weights, Number(result.Median), $"[{Number(result.Ours[0])}–{Number(result.Ours[^1])}]",
            Number(result.Other), Number(result.Linear), Size(result), Number(result.Seconds, "0.0"), string.Join(',', result.Epochs));
    }

    private static void Fail(string name, Graph.Localized words, bool json) => Console.WriteLine(
        json ? JsonSerializer.Serialize(new { Table = name, Failure = words }, Lines) : $"{name,-24} {Say.In(words)}");

    private static string Size(ProposalResult result) =>
        result.Size is not { } size ? "–" : result.Resized is null ? Say.In(size.Words()) : $"{Say.In(size.Words())} {Number(result.MedianOfSize)}";

    private static void ShowRanks(List<ProposalResult> results, bool json)
    {
        foreach (var heldOut in results.Exists(r => r.HeldOut) ? [false, true] : new[] { false })
        {
            var among = heldOut ? results.FindAll(r => r.HeldOut) : results;
            foreach (var bySize in results.Exists(r => r.Resized is not null) ? [false, true] : new[] { false })
            {
                var ranks = among.Select(r => r.Ranks(bySize)).OfType<double[]>().ToArray();
                if (ranks.Length > 0)
                {
                    ShowMean(new(ranks.Length, ranks.Average(r => r[0]), ranks.Average(r => r[1]), ranks.Average(r => r[2])) { HeldOut = heldOut, BySize = bySize }, json);
                }
            }
        }

        if (!json && results.MaxBy(r => r.Below) is { } worst)
        {
            Console.WriteLine(Say.In(
                $"furthest below its median: {Number(100 * worst.Below, "0.0")} points ({worst.Table}, {worst.Tested} tested rows)",
                $"低于中位数最多：{Number(100 * worst.Below, "0.0")} 个百分点（{worst.Table}，测试 {worst.Tested} 行）"));
        }
    }

    private static void ShowMean(MeanRanks mean, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(mean, Lines));
            return;
        }

        var (which, whichZh) = (mean.HeldOut ? "held-out tables" : "tables", mean.HeldOut ? "个未参与调参的表格" : "个表格");
        var (size, sizeZh) = (mean.BySize ? " with the size that was tried" : "", mean.BySize ? "（规模经过比较）" : "");
        Console.WriteLine(Say.In(
            $"mean rank over {mean.Tables} {which}: ours{size} {Number(mean.Ours, "0.00")}, boosting {Number(mean.Other, "0.00")}, linear {Number(mean.Linear, "0.00")}",
            $"{mean.Tables} {whichZh}的平均名次：本模型{sizeZh} {Number(mean.Ours, "0.00")}，提升树 {Number(mean.Other, "0.00")}，线性 {Number(mean.Linear, "0.00")}"));
    }

    private static void Line(params object[] cells) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

    private static string Number(double? value, string format = "0.000") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
