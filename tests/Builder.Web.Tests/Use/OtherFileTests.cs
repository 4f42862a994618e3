using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Web.Tests.Runs;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Tests.Use;

/// <summary>
/// Files that people bring for a model that was trained on another: in another order, letter, separator and with other marks. The Use page and the command line, each with
/// the real runner, give the same predictions, or say what is missing.
/// </summary>
[Collection(TrainedModelsCollection.Name)]
public sealed class OtherFileTests(TrainedModels trained)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "golden", "intake");

    [Theory]
    [InlineData("p-same", 20)]
    [InlineData("p-order", 20)]
    [InlineData("p-bom", 20)]
    [InlineData("p-spaces", 20)]
    [InlineData("p-semicolon", 20)]
    [InlineData("p-utf16", 20)]
    [InlineData("p-target-new", 20)]
    [InlineData("p-1row", 1)]
    [InlineData("p-far", 3)]
    [InlineData("p-newcity", 3)]
    public async Task A_file_written_otherwise_is_predicted_as_the_same_file_is(string file, int rows)
    {
        var model = await CustomersAsync();
        var here = await OnPageAsync(model, $"R38-other-file/{file}.csv");

        Assert.Equal(rows, here.Length);
        Assert.All(here, Assert.NotNull);
        Assert.Equal(here, await OnCommandLineAsync(model, $"R38-other-file/{file}.csv"));
        if (rows == 20)
        {
            Assert.Equal(await OnPageAsync(model, "R38-other-file/p-same.csv"), here);
        }
    }

    /// <summary>What a file holds counts, not how it is called: the same table as a web page or as lines of JSON.</summary>
    [Theory]
    [InlineData("rows.jsonl")]
    [InlineData("page.htm")]
    public async Task A_table_of_another_kind_is_predicted_as_the_same_file_is(string name)
    {
        var model = await CustomersAsync();
        var lines = File.ReadLines(Path.Combine(s_folder, "R38-other-file", "p-same.csv")).Select(line => line.Split(',')).ToArray();
        var file = Path.Combine(Directory.CreateTempSubdirectory("builder-other-").FullName, name);
        await File.WriteAllTextAsync(
            file,
            name.EndsWith("htm", StringComparison.Ordinal)
                ? $"<!doctype html><table>{string.Concat(lines.Select(cells => $"<tr>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>"
                : string.Join('\n', lines.Skip(1).Select(cells => JsonSerializer.Serialize(lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second)))),
            TestContext.Current.CancellationToken);

        Assert.Equal(await OnPageAsync(model, "R38-other-file/p-same.csv"), await OnPageAsync(model, file));
        TemporaryFolders.Delete(Path.GetDirectoryName(file)!);
    }

    /// <summary>One bad cell costs its row, and no other.</summary>
    [Theory]
    [InlineData("p-bad-cell")]
    [InlineData("p-empty-cell")]
    public async Task A_cell_that_cannot_be_used_costs_its_row_on_the_page_and_on_the_command_line(string file)
    {
        var model = await CustomersAsync();
        var here = await OnPageAsync(model, $"R38-other-file/{file}.csv");

        Assert.Equal([true, false, false], here.Select(p => p is not null));
        Assert.Equal(here, await OnCommandLineAsync(model, $"R38-other-file/{file}.csv"));
    }

    [Theory]
    [InlineData("p-0rows", "p-0rows.csv")]
    [InlineData("p-lack", "income")]
    public async Task A_file_that_lacks_something_is_refused_with_its_name(string file, string named)
    {
        var model = await CustomersAsync();
        var here = await Record.ExceptionAsync(() => OnPageAsync(model, $"R38-other-file/{file}.csv"));

        Assert.True(here is DataException or ModelException, $"{here}");
        Assert.Contains(named, here.Message, StringComparison.Ordinal);
        Assert.Contains(named, Assert.IsType<InvalidOperationException>(await Record.ExceptionAsync(() => OnCommandLineAsync(model, $"R38-other-file/{file}.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decimal_commas_are_read_as_in_the_training_file_and_points_as_what_they_are()
    {
        var model = await ModelAsync("R03-decimal-comma/train.csv");
        foreach (var file in new[] { "predict-one-row", "predict-plain" })
        {
            var here = await OnPageAsync(model, $"R03-decimal-comma/{file}.csv");
            Assert.NotNull(Assert.Single(here));
            Assert.Equal(here, await OnCommandLineAsync(model, $"R03-decimal-comma/{file}.csv"));
        }
    }

    [Fact]
    public async Task Names_may_be_whatever_they_are_but_must_be_the_same()
    {
        var odd = await ModelAsync("R16-odd-names/names.csv");
        var here = await OnPageAsync(odd, "R16-odd-names/predict.csv");
        Assert.Equal(3, here.Count(p => p is not null));
        Assert.Equal(here, await OnCommandLineAsync(odd, "R16-odd-names/predict.csv"));

        var upper = await ModelAsync("R16-odd-names/upper-predict-train.csv");
        Assert.Contains("Income", (await Record.ExceptionAsync(() => OnPageAsync(upper, "R16-odd-names/upper-predict-in.csv")))!.Message, StringComparison.Ordinal);
    }

    private Task<UseModel> CustomersAsync() => ModelAsync("R38-other-file/train.csv");

    /// <summary>The model that is proposed for a table, trained for one epoch; once for all tests.</summary>
    private Task<UseModel> ModelAsync(string file) => trained.OnceAsync(file, async () =>
    {
        var inspection = await Task.Run(() => SourceInspection.Of(new TableSource { Path = file }, s_folder));
        var document = Proposer.Propose(inspection, DataPlan.Guess(inspection, "data"), s_folder, ProjectDocument.Create("Test"), null).Document;
        return await trained.TrainAsync(document, null, folder =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(s_folder, file), Path.Combine(folder, file));
            return Task.CompletedTask;
        }, epochs: 1);
    });

    /// <summary>The class or number that is predicted for each row, with the probability; null where there is none.</summary>
    private async Task<string?[]> OnPageAsync(UseModel model, string file)
    {
        var sent = trained.Get<UseFiles>().Keep(model.ProjectId, Path.GetFileName(file), await File.ReadAllBytesAsync(Path.Combine(s_folder, file)));
        var result = await trained.Get<TablePrediction>().PredictAsync(model, sent, progress: null, TestContext.Current.CancellationToken);
        var lines = await File.ReadAllTextAsync(result.File.Path);
        var table = TextTable.Read(result.File.Path, null, ["nothing"], TestContext.Current.CancellationToken);
        Assert.NotEmpty(lines);
        var (answer, probability) = (table.Names.Single(n => n.StartsWith("predicted ", StringComparison.Ordinal)), table.Names.FirstOrDefault(n => n == "probability"));
        return [.. Enumerable.Range(0, table.Count).Select(row => Written(table.Value(answer, row), probability is null ? null : table.Value(probability, row)))];
    }

    private static async Task<string?[]> OnCommandLineAsync(UseModel model, string file)
    {
        var output = Path.Combine(Path.GetTempPath(), $"builder-other-{Guid.NewGuid():N}.json");
        var start = new ProcessStartInfo(RunsServer.Runner, ["predict", model.Run.Bundle, "--input", Path.Combine(s_folder, file), "--output", output]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error + await told);
        }

        // The answer comes first, and behind a class how sure the model is.
        var rows = JsonElement.Parse(await File.ReadAllBytesAsync(output)).EnumerateArray().Select(row => row.EnumerateObject().ToArray())
            .Select(row => Written(row[0].Value.ToString(), row.Length > 1 ? row[1].Value.ToString() : null)).ToArray();
        File.Delete(output);
        return rows;
    }

    // Batches of other sizes round otherwise in the last digits, and the page writes fewer.
    private static string? Written(string? answer, string? probability) => answer is not { Length: > 0 } ? null : $"{Rounded(answer)} {Rounded(probability)}";

    private static string? Rounded(string? value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number.ToString("G4", CultureInfo.InvariantCulture) : value;
}
