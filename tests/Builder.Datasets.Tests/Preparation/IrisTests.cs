using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public class IrisTests
{
    private const string Rows = """
        sepal_length_cm,petal_length_cm,species
        5.1,1.4,setosa
        4.9,1.4,setosa
        4.7,1.3,setosa
        4.6,1.5,setosa
        5.0,1.4,setosa
        7.0,4.7,versicolor
        6.4,4.5,versicolor
        6.9,4.9,versicolor
        5.5,4.0,versicolor
        6.5,4.6,versicolor
        6.3,6.0,virginica
        5.8,5.1,virginica
        7.1,5.9,virginica
        6.3,5.6,virginica
        6.5,5.8,virginica
        """;

    [Fact]
    public void A_file_and_its_description_become_samples_and_predictions_become_names_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write("iris.csv", Rows);

        var data = DataPreparation.Prepare(Description, folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal((9, 3, 3), (data.Train.Length, data.Validation.Length, data.Test.Length));
        Assert.Equal(Enumerable.Range(0, 15).Select(row => (long)row), data.Train.Concat(data.Validation).Concat(data.Test).Order());
        Assert.Equal(["setosa", "versicolor", "virginica"], data.Schema.Find("species")!.ClassNames);
        Assert.Equal([1, 1, 1], data.Test.Select(row => data.Longs("species")[row]).CountBy(c => c).Select(c => c.Value));
        Assert.Equal("virginica", data.Fitted.ClassName("species", 2));
        var numbers = data.Combine(["sepal_length_cm", "petal_length_cm"]);
        Assert.Equal([2], numbers.SampleShape);
        Assert.Equal(0, data.Train.Average(row => ((float[])numbers.Values)[2 * row + 1]), 1e-6);
        Assert.Same(numbers, data.Combine(["sepal_length_cm", "petal_length_cm"]));
    }

    [Fact]
    public void New_rows_need_no_target_and_are_treated_as_the_training_rows_were()
    {
        using var folder = new TemporaryFolder();
        folder.Write("iris.csv", Rows);
        var input = folder.Write("new.csv", "petal_length_cm,sepal_length_cm\n1.4,5.1\n6.0,6.3\n");
        var cancellation = TestContext.Current.CancellationToken;
        var data = DataPreparation.Prepare(Description, folder.Path, cancellation);
        var saved = FittedTransforms.FromJson(data.Fitted.ToJson(), "data.json");

        var rows = DataPreparation.Apply(Description, saved, input, ["sepal_length_cm", "petal_length_cm"], cancellation);

        Assert.Equal([0, 1], rows.Test);
        Assert.Equal([data.Floats("petal_length_cm")[0], data.Floats("petal_length_cm")[10]], rows.Floats("petal_length_cm"));
        Assert.False(rows.Columns.ContainsKey("species"));
    }

    [Fact]
    public void New_rows_that_lack_an_input_are_refused_by_the_name_of_the_column()
    {
        using var folder = new TemporaryFolder();
        folder.Write("iris.csv", Rows);
        var input = folder.Write("new.csv", "sepal_length_cm,other\n5.1,1\n");
        var cancellation = TestContext.Current.CancellationToken;
        var data = DataPreparation.Prepare(Description, folder.Path, cancellation);

        var problem = Assert.Throws<DataException>(
            () => DataPreparation.Apply(Description, data.Fitted, input, ["sepal_length_cm", "petal_length_cm"], cancellation));

        Assert.Equal("data-input-column-missing", problem.Code);
        Assert.Contains("petal_length_cm", problem.Words.En, StringComparison.Ordinal);
        Assert.Contains("petal_length_cm", problem.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_follows_the_bytes_and_the_description()
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        folder.Write("iris.csv", Rows);
        var first = DataPreparation.Prepare(Description, folder.Path, cancellation).Fingerprint;
        var otherSeed = DataPreparation.Prepare(
            Description with { Split = new StratifiedSplit { By = "species", Seed = 2 } }, folder.Path, cancellation).Fingerprint;
        folder.Write("iris.csv", Rows.Replace("5.1,1.4", "5.2,1.4", StringComparison.Ordinal));
        var otherBytes = DataPreparation.Prepare(Description, folder.Path, cancellation).Fingerprint;

        Assert.Equal(64, first.Length);
        Assert.Equal(3, new[] { first, otherSeed, otherBytes }.Distinct().Count());
    }

    private static DataSet Description => new()
    {
        Id = "iris",
        Source = new TableSource { Path = "iris.csv" },
        Columns =
        [
            Tables.Number("sepal_length_cm", new Impute(), new Standardize()),
            Tables.Number("petal_length_cm", new Standardize()),
            Tables.Category("species"),
        ],
        Split = new StratifiedSplit { By = "species" },
    };
}
