using System.CommandLine;
using Builder.Runner.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Runner.Commands;

/// <summary>builder doctor: what this machine offers, and what is missing.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", Say.In("Checks that this machine has all that training needs.", "检查本机是否具备训练所需的一切。"));
        command.SetAction(_ => Failures.Guard(Run));
        return command;
    }

    private static int Run()
    {
        Row(".NET", Environment.Version.ToString());
        Row(Say.In("Memory", "内存"), $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0} GiB");
        Row(Say.In("Processors", "处理器"), $"{Environment.ProcessorCount}");
        using var product = ones(64, 64).matmul(ones(64, 64));
        Row("libtorch", Say.In($"works, {get_num_threads()} {(get_num_threads() == 1 ? "thread" : "threads")}", $"可用，{get_num_threads()} 个线程"));
        Row("GPU", cuda.is_available()
            ? Say.In($"{cuda.device_count()} for CUDA", $"{cuda.device_count()} 个可用于 CUDA")
            : Say.In("none that libtorch can use; training runs on the processor", "没有 libtorch 可用的 GPU，将使用处理器训练"));
        return product.mean().ToSingle() == 64 ? 0 : Failures.ExitCode;
    }

    private static void Row(string name, string value) => System.Console.WriteLine($"{name,-12} {value}");
}
