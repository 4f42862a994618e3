using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Analysis;

public class GraphAnalyzerTests
{
    [Fact]
    public void A_sound_classifier_has_shapes_sizes_and_an_optimizer_that_trains_its_layers()
    {
        var analysis = GraphAnalyzer.Analyze(Examples.Read(Examples.Classifier), Examples.Schema);

        Assert.Empty(analysis.Problems);
        Assert.True(analysis.CanTrain);
        Assert.Equal((4 * 16) + 16 + (16 * 3) + 3, analysis.TotalParameters);
        Assert.Equal([TensorType.Batched(16)], analysis.Blocks["relu"].Outputs);
        Assert.Equal(80, analysis.Blocks["hidden"].Parameters);
        var optimizer = Assert.Single(analysis.Optimizers);
        Assert.Equal("adam", analysis.Graph.Nodes[optimizer.Node].Path);
        Assert.Equal("loss", analysis.Graph.Nodes[optimizer.Loss.Node].Path);
        Assert.Null(optimizer.Schedule);
        Assert.Equal(["hidden", "output"], optimizer.Trains);
        Assert.Equal(10, analysis.Trainer.Int("epochs"));
    }

    [Fact]
    public void Nodes_come_after_all_that_they_need_and_ties_go_by_path()
    {
        var graph = GraphAnalyzer.Analyze(Examples.Read(Examples.Classifier), Examples.Schema).Graph;

        Assert.Equal(["input", "hidden", "relu", "output", "target", "loss", "adam"], graph.Nodes.Select(n => n.Path));
        Assert.All(graph.Nodes, n => Assert.All(n.Inputs.SelectMany(i => i), s => Assert.True(s.Node < n.Index)));
        Assert.All(graph.Nodes, n => Assert.Equal(graph.Nodes[n.Index], n));
        Assert.Equal(Role.Optimizer, graph.Nodes[^1].Kind.Role);
    }
}
