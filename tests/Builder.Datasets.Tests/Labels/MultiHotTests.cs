using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Labels;

public sealed class MultiHotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-labels-").FullName;

    [Fact]
    public void The_genres_of_the_intake_are_several_labels_with_their_gaps()
    {
        var inspection = SourceInspection.Of(
            new TableSource { Path = "genres.csv" },
            Path.Combine(AppContext.BaseDirectory, "Intake", "R25-multi-label"));
        var genre = inspection.Types[2];
        var profile = Profiler.ProfileLabels(inspection.Table.Get<TextColumn>("genre"), genre.Separator);

        Assert.Equal((ColumnType.Labels, ";"), (genre.Type, genre.Separator));
        Assert.Equal((200, 20, 4), (profile.Count, profile.Missing, profile.Distinct));
        Assert.Equal([("comedy", 94), ("action", 91), ("drama", 84), ("horror", 31)], profile.Top.Select(t => (t.Value, t.Count)));
    }

    [Fact]
    public void Cells_become_ones_among_zeros_and_an_empty_list_becomes_zeros()
    {
        var data = Prepare("x,tags\n1,b;a\n2,[]\n3,a\n4,c\n");

        Assert.Equal(["a", "b", "c"], data.Fitted["tags"].Schema.ClassNames);
        Assert.True(data.Fitted["tags"].Schema.IsMultiLabel);
        Assert.Equal([1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], (float[])data.Columns["tags"].Values);
    }

    [Fact]
    public void A_gap_is_no_empty_list()
    {
        var error = Assert.Throws<DataException>(() => Prepare("x,tags\n1,b;a\n2,\n3,a\n"));

        Assert.Equal("data-missing-value", error.Code);
    }

    [Fact]
    public void New_rows_are_cut_as_the_training_rows_were_and_an_unknown_label_is_told()
    {
        var data = Prepare("x,tags\n1,b;a\n2,a\n3,c;b\n");
        var fitted = FittedTransforms.FromJson(data.Fitted.ToJson(), "transforms.json");
        var step = Assert.IsType<FittedMultiHot>(Assert.Single(fitted["tags"].Steps));
        File.WriteAllText(Path.Combine(_folder, "new.csv"), "x,tags\n1,c;western\n2,a|b\n");

        var rows = DataPreparation.Apply(Set, fitted, Path.Combine(_folder, "new.csv"), ["tags"], TestContext.Current.CancellationToken);

        Assert.Equal(";", step.Separator);
        Assert.Equal([0, 0, 1, 0, 0, 0], (float[])rows.Columns["tags"].Values);
        Assert.Equal([0, 1], rows.Columns["tags"].UnseenRows);
        Assert.Equal("western", step.UnseenIn("c;western"));
        Assert.True(fitted["tags"].Schema.IsMultiLabel);
    }

    [Fact]
    public void A_target_whose_rows_all_have_the_same_labels_cannot_be_learned()
    {
        var data = Prepare("x,tags\n1,b;a\n2,a;b\n3,b;a\n");

        Assert.Equal("data-same-labels", Assert.Throws<DataException>(() => data.CheckTarget("tags")).Code);
        Prepare("x,tags\n1,b;a\n2,a\n3,b;a\n").CheckTarget("tags");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DataSet Set => new()
    {
        Id = "data", Source = new TableSource { Path = "data.csv" },
        Columns = [new DataColumn { Name = "tags", Type = ColumnType.Labels }],
        Split = new RandomSplit { Validation = 0, Test = 0 },
    };

    private PreparedData Prepare(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "data.csv"), text);
        return DataPreparation.Prepare(Set, _folder, TestContext.Current.CancellationToken);
    }
}
