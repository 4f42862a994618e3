using System.CommandLine;
using Builder.Bench.Measuring;
using Builder.Bench.Memory;
using Builder.Bench.Proposals;
using Builder.Bench.Reading;
using Builder.Graph.Messages;
using Builder.Training.Runs;

namespace Builder.Bench.Command;

/// <summary>builder bench: compares with PyTorch and pandas on this machine.</summary>
public static class BenchCommand
{
    private const int RoundsAtLeast = 1;

    private static readonly Argument<string[]> Wanted = new("CASE")
    {
        Description = Say.In($"What to measure: {CaseList.Words}. Default: all.", $"要测量的项目：{CaseList.Words}。默认全部。"),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = Say.In("Threads that compute, on both sides.", "双方各自的计算线程数。"), HelpName = "N", DefaultValueFactory = _ => 1,
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = Say.In("About how long each case measures.", "每项测量的大致时长（秒）。"), HelpName = "N", DefaultValueFactory = _ => 10,
    };

    private static readonly Option<DeviceChoice> Device = new("--device")
    {
        Description = Say.In("Where both sides compute: auto, cpu or cuda.", "双方的计算设备：auto、cpu 或 cuda。"), HelpName = "auto|cpu|cuda",
        DefaultValueFactory = _ => DeviceChoice.Cpu,
    };

    private static readonly Option<bool> Json = new("--json") { Description = Say.In("Prints one JSON object a line.", "每行输出一个 JSON 对象。") };

    /// <summary>The command with its options.</summary>
    public static RootCommand Create()
    {
        var command = new RootCommand(Say.In(
            "Compares speed and memory with PyTorch and pandas on this machine. A ratio over 1 means faster than they are.",
            "在本机上与 PyTorch、pandas 比较速度和内存。比值大于 1 表示比对方快。"))
        {
            Wanted, Threads, Seconds, Device, Json, MemoryChild.Create(), ReadingChild.Create(), ProposalsCommand.Create(),
        };
        Threads.Validators.Add(option => Require(option, option.GetValueOrDefault<int>() >= RoundsAtLeast));
        Seconds.Validators.Add(option => Require(option, option.GetValueOrDefault<double>() is > 0 and < 3600));
        Wanted.Validators.Add(argument =>
        {
            if (argument.GetValueOrDefault<string[]>()?.FirstOrDefault(name => !CaseList.Knows(name)) is { } unknown)
            {
                argument.AddError(Say.In($"There is no case “{unknown}”. There are: {CaseList.Words}.", $"没有“{unknown}”这一项。可选：{CaseList.Words}。"));
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static void Require(System.CommandLine.Parsing.OptionResult option, bool good)
    {
        if (!good)
        {
            option.AddError(Say.In($"{option.Option.Name} is out of range.", $"{option.Option.Name} 超出范围。"));
        }
    }

    private static int Run(ParseResult parsed)
    {
        var folder = Directory.CreateTempSubdirectory("builder-bench-").FullName;
        try
        {
            var settings = new BenchSettings(parsed.GetValue(Threads), parsed.GetValue(Seconds), parsed.GetValue(Device), folder);
            return RunCases(CaseList.Of(parsed.GetValue(Wanted)!), settings, Report.For(parsed.GetValue(Json)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int RunCases(IEnumerable<BenchCase> cases, BenchSettings settings, Report report)
    {
        var good = true;
        report.Begin(settings);
        foreach (var one in cases)
        {
            try
            {
                var result = one.Measure(settings);
                report.Show(result);
                good &= result.Refusal is null;
            }
            catch (Exception failure) when (Explain(failure) is { } words)
            {
                report.Fail(one.Name, words);
                good = false;
            }
        }

        report.End();
        return good ? 0 : 1;
    }

    /// <summary>What stands in the way of a measurement, in words; null for a failure that is a fault of ours.</summary>
    internal static Graph.Localized? Explain(Exception failure) => failure switch
    {
        BenchException e => e.Words,
        BuilderException e => e.Words,
        IOException e => new($"A file could not be read or written: {e.Message}", $"文件无法读取或写入：{e.Message}"),
        _ => null,
    };
}
