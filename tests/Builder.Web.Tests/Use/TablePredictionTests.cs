using System.Text;
using Builder.Datasets.Columns;
using Builder.Graph.Metrics;
using Builder.Protocol;
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
    public async Task A_file_that_holds_what_is_predicted_is_scored_whatever_letters_it_writes()
    {
        var result = await PredictAsync(
            Header + ",species", "a,5.1,3.5,1.4,0.2,setosa", "b,6.7,3.0,5.2,2.3,Virginica", "c,5.1,3.5,1.4,0.2,virginica", "d,5.1,3.5,1.4,0.2,rose", "e,5.1,3.5,1.4,0.2,", "f,five,3.5,1.4,0.2,setosa");
        var score = Assert.Single(result.Scores);

        Assert.Equal(("species", 3, 2, 1), (score.Column, score.Cases, score.Right, score.Strange));
        Assert.StartsWith("“species” is in the file: 2 of 3 predictions are right (66.7%). The true share lies most likely between 20.8% and 93.", score.Words.En, StringComparison.Ordinal);
        Assert.StartsWith("文件中有“species”这一列：3 个预测中有 2 个正确（66.7%）。", score.Words.Zh, StringComparison.Ordinal);
        Assert.Empty((await PredictAsync(Header, "a,5.1,3.5,1.4,0.2")).Scores);
    }

    [Fact]
    public void A_quantity_is_scored_by_how_far_it_is_off_and_a_series_not_at_all()
    {
        var model = trained.Iris with { Description = trained.Iris.Description with { Outputs = [new("y", TaskKind.Regression, [], "MPa")] } };
        var table = new TextTable(["y"], [new TextColumn("y", (string?[])["1.234,5", "10", "x", null, "7"])]) { DecimalMark = ',' };
        var answers = new Answers(5);
        answers.Add(new RunEvent.Prediction("1", [.. new double?[] { 1_230.5, 12, 3, 4, null }.Select(value => new PredictedRow([new("y", null, null, null, value, "MPa")]))], null, null, 1), 0);

        var score = Assert.Single(FileScore.Of(model, table, answers));

        Assert.Equal((2, null, 3.0, 1), (score.Cases, score.Right, score.Error, score.Strange));
        Assert.Equal(Math.Sqrt(2), score.Deviation, 1e-9);
        Assert.Equal("“y” is in the file: 2 predictions are off by 3 MPa on the mean. The true mean lies most likely between 1.04 and 4.96 MPa.", score.Words.En);
        Assert.Empty(FileScore.Of(model with { Description = model.Description with { WindowLength = 3 } }, table, answers));
    }

    [Theory]
    [InlineData("a;b", 1)]
    [InlineData("b; a", 1)]
    [InlineData("a", 0)]
    [InlineData("a;z", null)]
    public void Labels_are_right_where_all_of_them_are(string text, int? right)
    {
        var model = trained.Iris with { Description = trained.Iris.Description with { Outputs = [new("tags", TaskKind.MultiLabel, ["a", "b", "c"], null) { Separator = ";" }] } };
        var answers = new Answers(1);
        answers.Add(new RunEvent.Prediction("1", [new PredictedRow([new("tags", null, null, [], null, null) { Labels = ["a", "b"] }])], null, null, 1), 0);

        var score = Assert.Single(FileScore.Of(model, new TextTable(["tags"], [new TextColumn("tags", (string?[])[text])]), answers));

        Assert.Equal((right is null ? 0 : 1, right ?? 0, right is null ? 1 : 0), (score.Cases, score.Right, score.Strange));
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
