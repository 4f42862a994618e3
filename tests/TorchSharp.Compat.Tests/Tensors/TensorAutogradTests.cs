using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Tensors;

public sealed class TensorAutogradTests
{
    [Fact]
    public void Backward_adds_the_derivative_of_a_square_to_grad()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, -2f, 3f }, requires_grad: true);

        x.square().sum().backward();

        Assert.Equal([2f, -4f, 6f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_small_convolutional_network_learns_a_batch_by_heart()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var pictures = randn([8, 1, 6, 6]);
        var labels = tensor(new[] { 0L, 1, 2, 0, 1, 2, 0, 1 });
        var kernel = randn([4, 1, 3, 3]).mul_(0.3).requires_grad_();
        var weight = randn([3, 16]).mul_(0.3).requires_grad_();
        var bias = zeros([3]).requires_grad_();
        var losses = new List<float>();
        for (var step = 0; step < 100; step++)
        {
            using var inner = NewDisposeScope();
            var features = nn.functional.max_pool2d(nn.functional.relu(nn.functional.conv2d(pictures, kernel)), [2]);
            var loss = nn.functional.cross_entropy(nn.functional.linear(features.flatten(1), weight, bias), labels);
            loss.backward();
            losses.Add(loss.ToSingle());
            using var frozen = no_grad();
            foreach (var parameter in new[] { kernel, weight, bias })
            {
                parameter.add_(parameter.grad!, -0.1);
                parameter.grad = null;
            }
        }

        Assert.True(losses[^1] < 0.2 * losses[0], $"The loss went from {losses[0]} to {losses[^1]}.");
    }
}
