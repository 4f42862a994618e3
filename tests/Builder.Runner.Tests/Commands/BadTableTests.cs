using System.Text;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class BadTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("ragged", "a,b,kind\n1,2,x\n1,2\n", "3")]
    [InlineData("empty", "", "data.csv")]
    [InlineData("only a header", "a,b,kind\n", "data.csv")]
    [InlineData("a column is missing", "a,kind\n1,x\n2,y\n", "b")]
    [InlineData("an unclosed quote", "a,b,kind\n1,2,\"x\n3,4,y\n", "2")]
    [InlineData("a number beyond all bounds", "a,b,kind\n1,2,x\n1e999,2,y\n", "1e999")]
    [InlineData("text in a number column", "a,b,kind\n1,2,x\n1,blue,y\n", "blue")]
    [InlineData("a target with one class", "a,b,kind\n1,2,x\n3,4,x\n5,6,x\n7,8,x\n9,9,x\n", "kind")]
    [InlineData("a target that is missing everywhere", "a,b,kind\n1,2,\n3,4,\n5,6,\n7,8,\n9,9,\n", "kind")]
    public void A_table_that_cannot_be_used_ends_in_words_that_name_the_place(string what, string csv, string place)
    {
        TableProject.Write(_folder.Path, csv: csv);
        var (_, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.True(words.Contains(place, StringComparison.Ordinal), $"{what}: {words}");
        Assert.False(Directory.Exists(_folder["run"]), "A run that never began left a folder.");
    }

    [Fact]
    public void A_not_a_number_in_a_number_column_is_refused_unless_it_means_missing()
    {
        TableProject.Write(
            _folder.Path, TableProject.Classifier.Json.Replace("\"path\":\"data.csv\"", "\"path\":\"data.csv\",\"missing\":[\"\"]", StringComparison.Ordinal),
            TableProject.Csv + "NaN,1,odd\n");
        Assert.Contains("NaN", Refusal.OfTraining(_folder.Path, _folder["run"]).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_columns_are_refused()
    {
        var names = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"c{i}"));
        TableProject.Write(_folder.Path, csv: $"{names}\n{string.Join(',', Enumerable.Repeat("1", 100_000))}\n");
        Assert.Contains("100000", Refusal.OfTraining(_folder.Path, _folder["run"]).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused()
    {
        TableProject.Write(_folder.Path);
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(_folder["data.csv"], bytes);
        Assert.Contains("data.csv", Refusal.OfTraining(_folder.Path, _folder["run"]).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_UTF_16_is_read_as_what_it_is()
    {
        TableProject.Write(_folder.Path);
        File.WriteAllText(_folder["data.csv"], TableProject.Csv, Encoding.Unicode);
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json").Finished();
    }

    public void Dispose() => _folder.Dispose();
}
