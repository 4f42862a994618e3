using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Builder.Bench.Command;
using Builder.Bench.Measuring;

namespace Builder.Bench.Proposals;

/// <summary>builder bench proposals: how well proposed models do, and how much that hangs on chance, against scikit-learn on the same rows.</summary>
public static class ProposalsCommand
{
    private static readonly JsonSerializerOptions Lines = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly System.Text.CompositeFormat Row = System.Text.CompositeFormat.Parse("{0,-24} {1,7} {2,7} {3,9} {4,7} {5,-15} {6,8} {7,8} {8,7} {9}");

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

    private static readonly Option<bool> Json = new("--json") { Description = Say.In("Prints one JSON object a line.", "每行输出一个 JSON 对象。") };

    /// <summary>The command with its options.</summary>
    public static System.CommandLine.Command Create()
    {
        var command = new System.CommandLine.Command("proposals", Say.In(
            "Proposes a model for each table, trains it from several random starts, and compares its scores with scikit-learn's on the same rows.",
            "为每个表格推荐模型，从多个随机起点训练，并在相同的行上与 scikit-learn 比较得分。"))
        {
            Folder, Seeds, Threads, Only, Json,
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
            foreach (var table in BenchTable.ListOf(folder).Where(t => only is null || t.File.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                try
                {
                    results.Add(Measure(table, folder, parsed.GetValue(Seeds), parsed.GetValue(Threads)));
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

        if (!json)
        {
            ShowRanks(results);
        }

        return good ? 0 : 1;
    }

    private static ProposalResult Measure(BenchTable table, string folder, int seeds, int threads)
    {
        var work = Directory.CreateTempSubdirectory("builder-bench-").FullName;
        try
        {
            var model = new ProposedModel(table, folder);
            var ours = Enumerable.Range(1, seeds).Select(seed => model.Train(seed, threads, Path.Combine(work, $"run-{seed}"))).ToArray();
            var (other, linear) = Peers(model, work, seeds, threads);
            return new()
            {
                Table = table.File, Score = model.Metric.Id, Classes = model.Classes,
                Rows = model.Data.Train.LongLength, Tested = model.Data.Test.LongLength, Weights = ours[0].Weights,
                Ours = [.. ours.Select(score => score.Score).Order()], Other = other, Linear = linear,
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
                Say.In("boosting", "提升树"), Say.In("linear", "线性"), Say.In("s", "秒"), Say.In("epochs", "轮数"));
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
            Number(result.Other), Number(result.Linear), Number(result.Seconds, "0.0"), string.Join(',', result.Epochs));
    }

    private static void Fail(string name, Graph.Localized words, bool json) => Console.WriteLine(
        json ? JsonSerializer.Serialize(new { Table = name, Failure = words }, Lines) : $"{name,-24} {Say.In(words)}");

    private static void ShowRanks(List<ProposalResult> results)
    {
        var ranks = results.Select(r => r.Ranks()).OfType<double[]>().ToArray();
        if (ranks.Length > 0)
        {
            string Mean(int place) => Number(ranks.Average(r => r[place]), "0.00");
            Console.WriteLine(Say.In(
                $"mean rank over {ranks.Length} tables: ours {Mean(0)}, boosting {Mean(1)}, linear {Mean(2)}",
                $"{ranks.Length} 个表格的平均名次：本模型 {Mean(0)}，提升树 {Mean(1)}，线性 {Mean(2)}"));
        }

        if (results.Count > 0)
        {
            var worst = results.MaxBy(r => r.Below)!;
            Console.WriteLine(Say.In(
                $"furthest below its median: {Number(100 * worst.Below, "0.0")} points ({worst.Table}, {worst.Tested} tested rows)",
                $"低于中位数最多：{Number(100 * worst.Below, "0.0")} 个百分点（{worst.Table}，测试 {worst.Tested} 行）"));
        }
    }

    private static void Line(params object[] cells) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, cells).TrimEnd());

    private static string Number(double? value, string format = "0.000") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
