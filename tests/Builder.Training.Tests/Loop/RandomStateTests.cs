using Builder.Training.Sessions;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Loop;

public class RandomStateTests
{
    [Fact]
    public void After_a_restore_the_device_draws_what_it_drew_after_the_save()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        Draw();
        var state = RandomState.Save(TestDevice.Current);
        var expected = Draw();

        manual_seed(8);
        Draw();
        RandomState.Restore(TestDevice.Current, state);

        Assert.Equal(expected, Draw());
    }

    [Fact]
    public void Something_that_draws_numbers_of_its_own_draws_the_same_whatever_was_drawn_before()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = DrawOfItsOwn();
        Draw();

        Assert.Equal(first, DrawOfItsOwn());
    }

    [Fact]
    public void The_run_draws_other_numbers_after_each_such_interruption_and_the_same_ones_when_it_is_run_again()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (DrawInterrupted(), DrawInterrupted());

        Assert.Equal(first, second);
        Assert.Equal(3, first.Select(d => d[0]).Distinct().Count());
    }

    [Fact]
    public void On_the_CPU_such_an_interruption_leaves_no_trace()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var expected = TensorValues.Read(rand([5]));
        manual_seed(7);
        using (RandomState.Fixed(CPU))
        {
            rand([5]);
        }

        RandomState.Save(CPU);
        Assert.Equal(expected, TensorValues.Read(rand([5])));
    }

    private static double[] Draw() => TensorValues.Read(rand([5], device: TestDevice.Current));

    private static double[] DrawOfItsOwn()
    {
        using var random = RandomState.Fixed(TestDevice.Current);
        return Draw();
    }

    private static double[][] DrawInterrupted()
    {
        manual_seed(7);
        var draws = new List<double[]>();
        for (var i = 0; i < 3; i++)
        {
            DrawOfItsOwn();
            draws.Add(Draw());
        }

        return [.. draws];
    }
}
