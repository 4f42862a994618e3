using Builder.Graph.Catalog;
using Builder.Runner.Tests.Examples;
using Builder.Training.Importances;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Importances;

public sealed class ShuffledColumnsTests
{
    [Fact]
    public void Only_the_named_columns_come_from_the_other_samples_and_the_samples_themselves_stay_as_they_are()
    {
        using var run = LoopRun.OfTable(TableProject.Classifier);
        using var scope = NewDisposeScope();
        var (session, samples) = (run.Session, run.Session.Data.Test);
        long[] others = [.. samples.Reverse()];
        var input = session.Analysis.Graph.Nodes.Single(n => n.Kind.Role == Role.Input);
        var target = session.Analysis.Graph.Nodes.Single(n => n.Kind.Role == Role.Target);
        var columns = InputColumn.Of(session);
        Assert.Equal(["a", "b"], columns.Select(c => c.Name));
        using var plain = session.DeviceData.Feed(samples);
        using var turned = session.DeviceData.Feed(others);
        turned.MoveTo(0, samples.Length);
        plain.MoveTo(0, samples.Length);
        var (own, other) = (TensorValues.Read(plain.Get(input)), TensorValues.Read(turned.Get(input)));

        using var shuffled = new ShuffledColumns(session.DeviceData, plain, others, columns[1].Slices);
        shuffled.MoveTo(0, samples.Length);
        Assert.Equal(own.Select((value, i) => i % 2 == 1 ? other[i] : value), TensorValues.Read(shuffled.Get(input)));
        Assert.Equal(TensorValues.Read(plain.Get(target)), TensorValues.Read(shuffled.Get(target)));
        Assert.Equal(own, TensorValues.Read(plain.Get(input)));

        using var all = new ShuffledColumns(session.DeviceData, plain, others, columns.SelectMany(c => c.Slices));
        all.MoveTo(2, 3);
        Assert.Equal(other[4..10], TensorValues.Read(all.Get(input)));
        Assert.Equal((samples.Length, 3), (all.Samples, all.BatchSize));
    }
}
