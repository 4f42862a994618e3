using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_frees_what_was_created_in_it()
    {
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = ones([2]);
            Assert.False(tensor.IsInvalid);
        }

        Assert.True(tensor.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => tensor.add(1));
    }

    [Fact]
    public void Moving_out_hands_a_tensor_to_the_scope_around()
    {
        using var outer = NewDisposeScope();
        Tensor kept;
        using (NewDisposeScope())
        {
            kept = ones([2]).MoveToOuterDisposeScope();
        }

        Assert.False(kept.IsInvalid);
        outer.Dispose();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Moving_out_of_the_outermost_scope_sets_a_tensor_free()
    {
        Tensor kept;
        using (NewDisposeScope())
        {
            kept = ones([2]).MoveToOuterDisposeScope();
        }

        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void A_detached_tensor_outlives_all_scopes()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
        {
            kept = ones([2]).DetachFromDisposeScope();
        }

        Assert.Equal([1f, 1], kept.data<float>().ToArray());
        kept.Dispose();
    }

    [Fact]
    public void Disposing_a_tensor_early_takes_it_out_of_its_scope()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 40).Select(i => full([1], i)).ToArray();

        tensors[3].Dispose();
        tensors[39].Dispose();
        tensors[0].Dispose();

        Assert.All(tensors.Where((_, i) => i is not (0 or 3 or 39)), tensor => Assert.False(tensor.IsInvalid));
        scope.Dispose();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Scopes_disposed_in_the_wrong_order_still_free_their_own()
    {
        var outer = NewDisposeScope();
        var first = ones([1]);
        var inner = NewDisposeScope();
        var second = ones([1]);

        outer.Dispose();
        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
        inner.Dispose();
        Assert.True(second.IsInvalid);

        using var free = ones([1]);
        Assert.False(free.IsInvalid);
    }

    [Fact]
    public void A_scope_belongs_to_its_thread()
    {
        var scope = NewDisposeScope();
        Tensor? foreign = null;
        // A thread of its own: one of the pool may still hold a scope of another test.
        var thread = new Thread(() => foreign = ones([2]));
        thread.Start();
        thread.Join();

        scope.Dispose();
        Assert.False(foreign!.IsInvalid);
        foreign.Dispose();
    }

    [Fact]
    public void A_parameter_takes_over_the_native_tensor()
    {
        using var scope = NewDisposeScope();
        var data = ones([2]);
        var parameter = new Parameter(data);

        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        Assert.Equal([1f, 1], parameter.detach().data<float>().ToArray());
    }

    [Fact]
    public void A_modules_parameters_outlive_the_scope_and_die_with_the_module()
    {
        nn.Module module;
        using (NewDisposeScope())
        {
            module = nn.LSTM(3, 4);
        }

        var parameters = module.named_parameters().Select(entry => entry.parameter).ToArray();
        Assert.All(parameters, parameter => Assert.False(parameter.IsInvalid));
        module.Dispose();
        Assert.All(parameters, parameter => Assert.True(parameter.IsInvalid));
    }
}
