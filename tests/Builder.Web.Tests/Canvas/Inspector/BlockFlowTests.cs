using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;
using Builder.Web.Tests.Sessions;
using Bunit;

namespace Builder.Web.Tests.Canvas.Inspector;

public sealed class BlockFlowTests
{
    private static readonly DataSchema s_films = new([new("films",
    [
        new("minutes", ElementType.Float32, [], null, [], "min"),
        new("country", ElementType.Int64, [], 2, ["France", "India"], null),
        new("genre", ElementType.Float32, [3], 3, ["action", "comedy", "drama"], null) { IsMultiLabel = true },
    ], 100, 20, 20)]);

    [Theory]
    [InlineData("Target", "genre", "action, comedy, drama")]
    [InlineData("Target", "country", "France, India")]
    [InlineData("CategoryInput", "country", "France, India")]
    [InlineData("Target", "minutes", "")]
    [InlineData("Target", "gone", "")]
    public void A_block_of_the_data_names_its_classes_or_labels(string kind, string column, string names)
    {
        var block = new Block { Id = "it", Kind = kind, Parameters = Block.NoParameters.SetItem("columns", ParameterValue.Of(column)) };
        var document = ProjectDocument.Create("Films");
        document = document with { Blocks = document.Blocks.Add("it", block) };
        var state = new ModelState(document, GraphAnalyzer.Analyze(document, s_films), 1, null, CanUndo: false, CanRedo: false);

        Assert.Equal(names, string.Join(", ", BlockFlow.Names(state, block)));
    }

    [Fact]
    public void Many_names_are_counted() =>
        Assert.Equal(("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 8 more", "0、1、2、3、4、5、6、7、8、9、10、11 等 20 个"),
            InspectorTexts.Names([.. Enumerable.Range(0, 20).Select(i => $"{i}")]) is var told ? (told.En, told.Zh) : default);

    [Fact]
    public async Task The_panel_of_a_target_shows_them()
    {
        var iris = ReadyProject.Read("iris");
        await using var window = await Window.OpenAsync(iris, "iris");
        window.Editor.Selected([iris.Blocks.Values.Single(b => b.Kind == "Target").Id], null);
        var panel = window.Draw<InspectorPanel>();

        await panel.WaitForAssertionAsync(() => Assert.Contains("setosa, versicolor, virginica", panel.Find("[data-testid=class-names]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }
}
