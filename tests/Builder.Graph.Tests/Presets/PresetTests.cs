using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Presets;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Presets;

/// <summary>What holds for every preset. Presets are found by themselves.</summary>
public class PresetTests
{
    /// <summary>Ids of all presets.</summary>
    public static TheoryData<string> All => [.. PresetCatalog.Presets.Select(p => p.Id)];

    [Fact]
    public void The_catalog_offers_Transformer_layers_and_a_residual_block() =>
        Assert.Superset(
            new HashSet<string> { "TransformerEncoderLayer", "TransformerDecoderLayer", "ResidualBlock" },
            PresetCatalog.Presets.Select(p => p.Id).ToHashSet());

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_with_it_has_no_problem_and_can_train(string id) => Each(id, (preset, settings) =>
    {
        var (document, added) = Host.With(Host.Document, preset, settings);
        var analysis = GraphAnalyzer.Analyze(Host.Finish(document, added.Use), Examples.Schema);

        Assert.Empty(analysis.Problems.Select(p => $"{p.Block}: {p.Message.Words.En}"));
        Assert.True(analysis.CanTrain);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Undoing_it_gives_the_document_before_to_the_byte(string id) => Each(id, (preset, settings) =>
    {
        var history = new EditHistory(Host.Document);
        Assert.True(history.Apply(preset.AddTo(Host.Document, new(1, 2), settings.Values).Edit).Succeeded);
        var with = Host.Text(history.Document);
        Assert.NotEqual(Host.Text(Host.Document), with);

        Assert.True(history.Undo().Succeeded);
        Assert.Equal(Host.Text(Host.Document), Host.Text(history.Document));

        Assert.True(history.Redo().Succeeded);
        Assert.Equal(with, Host.Text(history.Document));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Added_twice_it_takes_other_ids_and_both_learn_weights_of_their_own(string id)
    {
        var preset = PresetCatalog.Get(id);
        var settings = PresetSettings.Of(preset).First();
        var (once, first) = Host.With(Host.Document, preset, settings);
        var (twice, second) = Host.With(once, preset, settings);

        Assert.NotEqual(first.Group, second.Group);
        Assert.NotEqual(first.Use, second.Use);
        Assert.Equal(
            once.Blocks.Values.Where(b => b.Group == first.Group).Select(b => b.Id + "-2"),
            twice.Blocks.Values.Where(b => b.Group == second.Group).Select(b => b.Id));

        // The second follows the first: what it reads is what the first gives.
        var (input, output) = (GroupPorts.Of(twice, second.Group).Inputs[0].Name, GroupPorts.Of(twice, first.Group).Outputs[0].Name);
        var chained = Host.Apply(twice, CanvasGestures.Connect(twice, new(first.Use, output), new(second.Use, input)));
        var analysis = GraphAnalyzer.Analyze(Host.Finish(chained, second.Use), Examples.Schema);
        Assert.Empty(analysis.Problems.Select(p => $"{p.Block}: {p.Message.Words.En}"));
        Assert.True(Weights(analysis, first.Use) > 0);
        Assert.Equal(Weights(analysis, first.Use), Weights(analysis, second.Use));
        Assert.All(Inside(analysis, second.Use), n => Assert.Equal(n.Path, n.WeightsPath));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Repeated_it_needs_no_other_link_and_has_as_many_times_the_weights(string id) => Each(id, (preset, settings) =>
    {
        var (document, added) = Host.With(Host.Document, preset, settings);
        document = Host.Finish(document, added.Use);
        var once = Weights(GraphAnalyzer.Analyze(document, Examples.Schema), added.Use);
        var analysis = GraphAnalyzer.Analyze(
            Host.Apply(document, new SetParameter(added.Use, GroupPorts.RepeatParameter, 3)), Examples.Schema);

        Assert.Empty(analysis.Problems.Select(p => $"{p.Block}: {p.Message.Words.En}"));
        Assert.True(once > 0);
        Assert.Equal(3 * once, Weights(analysis, added.Use));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Taken_apart_it_is_what_it_was(string id)
    {
        var preset = PresetCatalog.Get(id);
        var (document, added) = Host.With(Host.Document, preset, PresetSettings.Of(preset).First());
        document = Host.Finish(document, added.Use);
        var analysis = GraphAnalyzer.Analyze(Host.Apply(document, GroupGestures.Ungroup(document, added.Use)), Examples.Schema);

        Assert.Empty(analysis.Problems.Select(p => $"{p.Block}: {p.Message.Words.En}"));
        Assert.Equal(GraphAnalyzer.Analyze(document, Examples.Schema).TotalParameters, analysis.TotalParameters);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_can_be_added_inside_a_group_and_to_an_empty_document_with_its_defaults(string id)
    {
        var preset = PresetCatalog.Get(id);
        var document = Host.Apply(ProjectDocument.Create("Empty"), new AddGroup(new("outer", "Outer")));
        var added = preset.AddTo(document, group: "outer", language: "zh-CN");
        document = Host.Apply(document, added.Edit);

        Assert.Equal("outer", document.Blocks[added.Use].Group);
        Assert.Equal(preset.Title.Zh, document.Groups[added.Group].Name);
        Assert.All(document.Blocks.Values.Where(b => b.Group == added.Group && b.Label is not null), b => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", b.Label));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_two_blocks_lie_on_each_other_and_data_flows_to_the_right(string id) => Each(id, (preset, settings) =>
    {
        var document = Host.Apply(ProjectDocument.Create("Empty"), preset.AddTo(ProjectDocument.Create("Empty"), values: settings.Values).Edit);
        var inside = document.Blocks.Values.Where(b => b.Group is not null).ToList();

        Assert.Equal(inside.Count, inside.Select(b => b.Position).Distinct().Count());
        Assert.All(document.Links.Values, l => Assert.True(
            document.Blocks[l.From.Block].Position.X < document.Blocks[l.To.Block].Position.X, $"{l.From} to {l.To}"));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Values_that_it_cannot_have_are_refused_in_words(string id)
    {
        var preset = PresetCatalog.Get(id);
        var size = preset.Parameters[0].Name;

        AssertRefused(preset, size, 0, "OutOfRange", preset.Parameters[0].Title);
        AssertRefused(preset, size, 1L << 31, "OutOfRange", preset.Parameters[0].Title);
        AssertRefused(preset, size, "many", "WrongParameterType", preset.Parameters[0].Title);
        AssertRefused(preset, size + "s", 3, "UnknownParameter", preset.Title);
        Assert.All(PresetSettings.Of(preset), settings => Assert.Null(preset.Check(settings.Values)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_parameter_has_a_default_that_is_allowed(string id)
    {
        var preset = PresetCatalog.Get(id);

        Assert.Null(preset.Check(preset.Parameters.ToDictionary(p => p.Name, p => p.Default!)));
        Assert.Equal(preset.Parameters.Length, preset.Parameters.Select(p => p.Name).Distinct().Count());
    }

    private static void Each(string id, Action<Preset, PresetSettings> check)
    {
        var preset = PresetCatalog.Get(id);
        foreach (var settings in PresetSettings.Of(preset))
        {
            check(preset, settings);
        }
    }

    private static void AssertRefused(Preset preset, string name, ParameterValue value, string code, Localized named)
    {
        var values = PresetSettings.Of((name, value)).Values;
        var problem = preset.Check(values);

        Assert.NotNull(problem);
        Assert.Equal(code, problem.Code);
        Assert.Contains(named.En, problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains(named.Zh, problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Contains(preset.Title.Zh, problem.Message.Words.Zh, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("values", () => preset.AddTo(Host.Document, values: values));
    }

    private static FlatNode[] Inside(GraphAnalysis analysis, string use) =>
        [.. analysis.Graph.Nodes.Where(n => n.Path.Split('/', '.')[0] == use)];

    private static long Weights(GraphAnalysis analysis, string use) =>
        Inside(analysis, use).SelectMany(n => n.Weights).Where(w => w.Trainable).Sum(w => w.Count);
}
