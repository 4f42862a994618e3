using Builder.Training.Acceleration;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Builder.Training.Tests.Acceleration;

public sealed class AutocastScopeTests
{
    [Fact]
    public void Products_run_in_bfloat16_inside_and_in_float32_outside()
    {
        using var scope = NewDisposeScope();
        var (x, weight) = (randn([4, 8]), randn([3, 8]).requires_grad_());
        using (new AutocastScope(DeviceType.CPU))
        {
            Assert.Equal(ScalarType.BFloat16, F.linear(x, weight).dtype);
        }

        Assert.Equal(ScalarType.Float32, F.linear(x, weight).dtype);
    }

    [Fact]
    public void A_scope_inside_another_leaves_the_outer_one_on()
    {
        using var scope = NewDisposeScope();
        var x = randn([4, 8]);
        using (new AutocastScope(DeviceType.CPU))
        {
            new AutocastScope(DeviceType.CPU).Dispose();
            Assert.Equal(ScalarType.BFloat16, x.matmul(x.t()).dtype);
        }

        Assert.Equal(ScalarType.Float32, x.matmul(x.t()).dtype);
    }

    [Fact]
    public void Another_thread_computes_in_full_precision()
    {
        using var scope = NewDisposeScope();
        using var autocast = new AutocastScope(DeviceType.CPU);
        var type = ScalarType.Byte;
        var thread = new Thread(() => type = ones(2, 2).matmul(ones(2, 2)).dtype);
        thread.Start();
        thread.Join();

        Assert.Equal(ScalarType.Float32, type);
    }

    [Fact]
    public void Gradients_of_float32_parameters_stay_float32()
    {
        using var scope = NewDisposeScope();
        var (x, weight) = (randn([4, 8]), randn([3, 8]).requires_grad_());
        Tensor loss;
        using (new AutocastScope(DeviceType.CPU))
        {
            loss = F.linear(x, weight).to(ScalarType.Float32).square().mean();
        }

        loss.backward();

        Assert.Equal(ScalarType.Float32, weight.grad!.dtype);
    }

    [Fact]
    public void A_changed_parameter_is_converted_anew_in_the_next_scope()
    {
        using var scope = NewDisposeScope();
        var (x, weight) = (ones([1, 1]), ones([1, 1]).requires_grad_());
        using (new AutocastScope(DeviceType.CPU))
        {
            Assert.Equal(1f, F.linear(x, weight).to(ScalarType.Float32).ToSingle());
        }

        using (no_grad())
        {
            weight.fill_(2);
        }

        using (new AutocastScope(DeviceType.CPU))
        {
            Assert.Equal(2f, F.linear(x, weight).to(ScalarType.Float32).ToSingle());
        }
    }
}
