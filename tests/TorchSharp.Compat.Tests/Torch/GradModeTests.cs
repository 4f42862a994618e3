using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Torch;

public sealed class GradModeTests
{
    [Fact]
    public void Inside_no_grad_nothing_is_recorded_and_afterwards_it_is_again()
    {
        using var scope = NewDisposeScope();
        var x = ones([2]).requires_grad_();
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void No_grad_on_one_thread_leaves_another_thread_alone()
    {
        using var entered = new ManualResetEventSlim();
        using var looked = new ManualResetEventSlim();
        var insideOther = true;
        var other = new Thread(() =>
        {
            using var mode = no_grad();
            insideOther = is_grad_enabled();
            entered.Set();
            looked.Wait(TestContext.Current.CancellationToken);
        });
        other.Start();
        entered.Wait(TestContext.Current.CancellationToken);

        var here = is_grad_enabled();
        looked.Set();
        other.Join();

        Assert.True(here);
        Assert.False(insideOther);
    }
}
