using System.Diagnostics;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Interop;

public sealed class OperatorSpeedTests(ITestOutputHelper output)
{
    private const int Calls = 20_000;

    [Fact]
    public void The_time_of_a_call_is_measured_and_printed()
    {
        using var scope = NewDisposeScope();
        var x = ones([4]);
        var best = Enumerable.Range(0, 5).Min(_ => NanosecondsOfAlias(x));

        output.WriteLine($"One operator that does nothing: {best:F0} ns.");
        Assert.True(best > 0);
    }

    private static double NanosecondsOfAlias(Tensor x)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Calls; i += 20)
        {
            using var scope = NewDisposeScope();
            for (var j = 0; j < 20; j++)
            {
                x.alias();
            }
        }

        return watch.Elapsed.TotalNanoseconds / Calls;
    }
}
