using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Presets;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Presets;

/// <summary>Groups of the palette take their size from what comes in; where something else comes later, what does not fit has its way out.</summary>
public class PresetFittingTests
{
    public static TheoryData<string, string> Places => new()
    {
        { "ResidualBlock", "stem" }, { "TransformerEncoderLayer", "embedding" }, { "TransformerDecoderLayer", "embedding" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_group_that_is_added_behind_a_block_fits_what_comes_out_of_it(string preset, string before)
    {
        var item = new PaletteItem(preset, IsPreset: true) { Arriving = TypeOf(Host.Document, before) };
        var document = Host.Apply(Host.Document, AdditionGestures.After(Host.Document, item, default, new(before, "output")));
        var use = document.Blocks.Values.Single(b => b.Kind == GroupPorts.UseKind);
        if (preset == "TransformerDecoderLayer")
        {
            document = Host.Apply(document, new Connect(new(new("embedding", "output"), new(use.Id, "memory"))));
        }

        var analysis = GraphAnalyzer.Analyze(document, Examples.Schema);
        Assert.DoesNotContain(analysis.Problems, p => p is { Severity: Severity.Error, Block: not null } && (p.Block == use.Id || document.Blocks[p.Block].Group is not null));
        Assert.Equal(TypeOf(Host.Document, before), analysis.Blocks[use.Id].Outputs.Single());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_group_of_another_size_is_mended_by_the_buttons_of_its_problems(string preset, string before)
    {
        var (document, added) = Host.With(Host.Document, PresetCatalog.Get(preset), PresetSettings.Of());
        var presses = 0;
        while (Inside(document, added.Group) is { } problem)
        {
            Assert.True(problem.Fix is not null, problem.Message.Words.En);
            Assert.InRange(++presses, 1, 3);
            document = Host.Apply(document, problem.Fix.Edit);
        }

        Assert.Equal(TypeOf(document, before), GraphAnalyzer.Analyze(document, Examples.Schema).Blocks[added.Use].Outputs.Single());
        Assert.InRange(presses, 1, 3);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(16, 2)]
    [InlineData(24, 3)]
    [InlineData(64, 8)]
    [InlineData(100, 5)]
    public void The_heads_share_the_features_evenly(long features, long heads)
    {
        var values = PresetCatalog.Get("TransformerEncoderLayer").Fitting(TensorType.Batched(20, features));

        Assert.Equal([features, heads, 4 * features], new[] { "d_model", "nhead", "dim_feedforward" }.Select(name => ((ParameterValue.Integer)values[name]).Value));
    }

    [Fact]
    public void Where_nothing_fitting_comes_in_a_group_has_its_usual_size() => Assert.All(
        PresetCatalog.Presets,
        preset => Assert.All(new TensorType?[] { null, TensorType.Batched(7), new(Shape.Batched(20), Graph.Data.ElementType.Int64, 500) }, type => Assert.Empty(preset.Fitting(type))));

    [Fact]
    public void A_shortcut_around_layers_that_keep_sizes_is_mended_at_the_layer_that_decides()
    {
        var drawing = new Drawing().Block("picture", "PictureInput", ("column", "picture")).Block("stem", "Conv2d", ("out_channels", 3L)).In("g")
            .Block("in", GroupPorts.InputKind).Block("conv", "Conv2d", ("out_channels", 5L), ("padding", 1L)).Block("norm", "BatchNorm2d").Block("relu", "ReLU").Block("sum", "Add")
            .Block("out", GroupPorts.OutputKind).Chain("in", "conv", "norm", "relu", "sum.input").Link("in", "sum.other").Chain("sum", "out").In(null)
            .Block("use", GroupPorts.UseKind, ("group", "g")).Chain("picture", "stem", "use");

        Assert.Equal(new SetParameter("conv", "out_channels", 3L), drawing.Problem("ShapeMismatch").Fix!.Edit);
    }

    private static Problem? Inside(ProjectDocument document, string group) =>
        GraphAnalyzer.Analyze(document, Examples.Schema).Problems.FirstOrDefault(p => p is { Severity: Severity.Error, Block: { } block } && document.Blocks[block].Group == group);

    private static TensorType TypeOf(ProjectDocument document, string block) => GraphAnalyzer.Analyze(document, Examples.Schema).Blocks[block].Outputs.Single();
}
