using System.CommandLine;
using Builder.Protocol;
using Builder.Runner.Console;
using Builder.Training.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Runner.Commands;

/// <summary>builder doctor: what this machine offers, and what is missing.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = ConsoleLocalizer.In("one line of JSON instead of a table", "输出一行 JSON，而不是表格") };
        var command = new Command("doctor", ConsoleLocalizer.In("Checks that this machine has all that training needs.", "检查本机是否具备训练所需的一切。")) { json };
        command.SetAction(parsed => Failures.Guard(() => Run(parsed.GetValue(json))));
        return command;
    }

    private static int Run(bool asJson)
    {
        var report = Examine();
        if (asJson)
        {
            System.Console.WriteLine(report.Write());
        }
        else
        {
            Print(report);
        }

        return report.Works ? 0 : Failures.ExitCode;
    }

    private static MachineReport Examine()
    {
        using var product = ones(64, 64).matmul(ones(64, 64));
        return new(
            product.mean().ToSingle() == 64, Environment.ProcessorCount, get_num_threads(),
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, cuda.is_available() ? cuda.device_count() : 0);
    }

    private static void Print(MachineReport report)
    {
        Row(".NET", Environment.Version.ToString());
        Row(ConsoleLocalizer.In("Memory", "内存"), $"{report.MemoryBytes / (double)(1 << 30):0} GiB");
        Row(ConsoleLocalizer.In("Processors", "处理器"), $"{report.Processors}");
        Row("libtorch", ConsoleLocalizer.In($"works, {report.Threads} {(report.Threads == 1 ? "thread" : "threads")}", $"可用，{report.Threads} 个线程"));
        Row("oneDNN", OneDnn.IsRight
            ? ConsoleLocalizer.In("works", "可用")
            : ConsoleLocalizer.In("computes wrongly on this processor and is switched off; libtorch does without it", "在这台机器的处理器上计算有误，已停用；libtorch 不依赖它也能工作"));
        Row("GPU", report.Gpus > 0
            ? ConsoleLocalizer.In($"{report.Gpus} for CUDA", $"{report.Gpus} 个可用于 CUDA")
            : ConsoleLocalizer.In("none that libtorch can use; training runs on the processor", "没有 libtorch 可用的 GPU，将使用处理器训练"));
    }

    private static void Row(string name, string value) => System.Console.WriteLine($"{name,-12} {value}");
}
