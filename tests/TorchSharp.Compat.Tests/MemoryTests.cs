using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Compat.Tests;

public sealed class MemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Ten_thousand_operators_in_scopes_leave_nothing_behind()
    {
        Work(1000);
        var before = Resident();

        Work(10_000);

        // One lost tensor of every operator would be 160 MB.
        Assert.InRange(Resident() - before, long.MinValue, 40 * Megabyte);
    }

    [Fact]
    public void Tensors_without_a_scope_are_freed_by_the_garbage_collector()
    {
        Forget(100);
        Collect();
        var before = Resident();

        for (var round = 0; round < 20; round++)
        {
            Forget(100);
            Collect();
        }

        // All of them together are 800 MB.
        Assert.InRange(Resident() - before, long.MinValue, 200 * Megabyte);
    }

    private static void Work(int operators)
    {
        using var outer = NewDisposeScope();
        var x = randn([64, 64]).requires_grad_();
        for (var i = 0; i < operators; i += 5)
        {
            using var scope = NewDisposeScope();
            var loss = F.relu(x.matmul(x).add(1)).mean();
            loss.backward();
            x.grad = null;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = ones([100_000]);
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static long Resident()
    {
        var words = File.ReadAllText("/proc/self/statm").Split(' ');
        return long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
