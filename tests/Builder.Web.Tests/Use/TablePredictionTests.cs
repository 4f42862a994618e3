using System.Text;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use;

[Collection(TrainedModelsCollection.Name)]
public sealed class TablePredictionTests(TrainedModels trained)
{
    private const string Header = "name,sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm";

    [Fact]
    public async Task Every_row_gets_its_prediction_beside_it()
    {
        var result = await PredictAsync(Header, "\"a, b\",5.1,3.5,1.4,0.2", "c,6.7,3.0,5.2,2.3");
        var lines = await File.ReadAllLinesAsync(result.File.Path, TestContext.Current.CancellationToken);
        Assert.Equal(Header + ",predicted species,probability,p(setosa),p(versicolor),p(virginica)", lines[0]);
        Assert.StartsWith("\"a, b\",5.1,3.5,1.4,0.2,setosa,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("c,6.7,3.0,5.2,2.3,virginica,", lines[2], StringComparison.Ordinal);
        Assert.Equal((2, 2), (result.Rows, result.Predicted));
        Assert.Equal("flowers-predicted.csv", result.File.Name);
    }

    [Fact]
    public async Task Nothing_that_a_spreadsheet_would_run_reaches_the_file_not_even_as_a_column()
    {
        var result = await PredictAsync("=cmd|' /C calc'!A1" + Header[4..], "@SUM(A1),5.1,3.5,1.4,0.2");
        var lines = await File.ReadAllLinesAsync(result.File.Path, TestContext.Current.CancellationToken);
        Assert.StartsWith("'=cmd|' /C calc'!A1,sepal_length_cm", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'@SUM(A1),5.1,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_cannot_be_used_are_named_and_cost_no_other()
    {
        var result = await PredictAsync(Header, "a,5.1,3.5,1.4,0.2", "b,five,3.5,1.4,0.2", "c,5.1,3.5,,0.2", "d,6.7,3.0,5.2,2.3");
        Assert.Equal((4, 2), (result.Rows, result.Predicted));
        Assert.Equal([2, 3], result.Remarks.Select(r => r.Row));
        Assert.Contains("petal_length_cm", result.Remarks[1].Words.En, StringComparison.Ordinal);
        Assert.Equal("virginica", result.Preview[3][5]);
    }

    [Fact]
    public async Task A_file_without_a_needed_column_is_refused_with_the_columns_name()
    {
        var refused = await Assert.ThrowsAsync<ModelException>(() => PredictAsync("sepal_length_cm,other", "5.1,3"));
        Assert.Contains("petal_width_cm", refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("other", refused.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_columns_that_are_missing_are_named_also_those_whose_values_may_be()
    {
        var gaps = trained.Iris with
        {
            Description = trained.Iris.Description with
            {
                Inputs = [.. trained.Iris.Description.Inputs.Select((input, i) => input with { MayBeMissing = i > 0 })],
            },
        };
        foreach (var model in (UseModel[])[gaps, gaps with { Description = gaps.Description with { Inputs = [.. gaps.Description.Inputs.Skip(1)] } }])
        {
            var refused = await Assert.ThrowsAsync<ModelException>(() => PredictAsync(model, "other,more\n1,2\n"u8.ToArray()));
            Assert.All(model.Description.Inputs, input => Assert.Contains(input.Name, refused.Words.En, StringComparison.Ordinal));
            Assert.All(model.Description.Inputs, input => Assert.Contains(input.Name, refused.Words.Zh, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_workbook_is_refused_in_words() => await Assert.ThrowsAsync<Builder.Datasets.DataException>(
        () => PredictAsync(Encoding.Latin1.GetBytes("PK\u0003\u0004 and more bytes of a zip archive")));

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 and more bytes of a zip archive")]
    [InlineData("\u0000\u0001\u0002\u0000\u0003\u0000")]
    [InlineData("<?xml version=\"1.0\"?>\n<flowers><flower><petal/></flower></flowers>\n")]
    public async Task A_file_that_cannot_be_read_is_named_as_the_person_named_it(string content)
    {
        var refused = await Assert.ThrowsAsync<Builder.Datasets.DataException>(() => PredictAsync(Encoding.Latin1.GetBytes(content)));
        Assert.All([refused.Words.En, refused.Words.Zh], words => Assert.Contains("flowers.csv", words, StringComparison.Ordinal));
        Assert.All([refused.Words.En, refused.Words.Zh], words => Assert.DoesNotMatch("[0-9a-f]{24}", words));
    }

    private Task<TableResult> PredictAsync(params string[] lines) => PredictAsync(Encoding.UTF8.GetBytes(string.Join("\n", lines) + "\n"));

    private Task<TableResult> PredictAsync(byte[] content) => PredictAsync(trained.Iris, content);

    private Task<TableResult> PredictAsync(UseModel model, byte[] content)
    {
        var file = trained.Get<UseFiles>().Keep(model.ProjectId, "flowers.csv", content);
        return trained.Get<TablePrediction>().PredictAsync(model, file, progress: null, TestContext.Current.CancellationToken);
    }
}
