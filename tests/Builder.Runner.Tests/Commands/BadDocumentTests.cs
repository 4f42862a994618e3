using System.Text.Json.Nodes;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class BadDocumentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Documents.Keys];

    private static Dictionary<string, (string Json, string Place)> Documents { get; } = new()
    {
        ["not JSON"] = ("{ \"format\": 1, ", "line 1"),
        ["a newer format"] = (Changed(json => json["format"] = 99), "99"),
        ["a cycle"] = (TableProject.Bare.Block("one", "Add").Block("two", "ReLU").Link("input.output", "one.input")
            .Link("two.output", "one.other").Link("one.output", "two.input").Classifies("two", "kind").Json, "one"),
        ["a dangling link"] = (TableProject.Classifier.Link("nowhere.output", "hidden.input").Json, "nowhere"),
        ["no loss"] = (TableProject.Bare.Block("hidden", "Linear", """{ "out_features": 2 }""").Chain("input", "hidden").Json, "loss"),
        ["two losses on one optimizer"] = (TableProject.Classifier.Block("second", "CrossEntropyLoss").Link("out.output", "second.input")
            .Link("target.output", "second.target").Link("second.output", "optimizer.loss").Json, "optimizer"),
        ["negative units"] = (TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":-8", StringComparison.Ordinal), "-8"),
        ["two to the thirty-first units"] =
            (TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":2147483648", StringComparison.Ordinal), "2147483648"),
        ["ten thousand blocks"] = (Enumerable.Range(0, 10_000).Aggregate(TableProject.Classifier, (p, i) => p.Block($"b{i}", "ReLU")).Json, "5000"),
        ["ten thousand levels of nesting"] = (new string('[', 10_000) + new string(']', 10_000), "64"),
        ["an unknown kind"] = (TableProject.Classifier.Block("magic", "Perceptron9000").Json, "Perceptron9000"),
        ["a text as number"] = (TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":\"many\"", StringComparison.Ordinal), "out_features"),
        ["not an object"] = ("[]", "line 1"),
        ["nothing at all"] = ("", "empty"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_that_cannot_be_trained_ends_in_words_that_name_the_place(string name)
    {
        TableProject.Write(_folder.Path, Documents[name].Json);
        var (codes, found) = Refusal.OfCheck(_folder.Path);
        Assert.True(found.Contains(Documents[name].Place, StringComparison.OrdinalIgnoreCase) || codes.Contains(Documents[name].Place, StringComparison.Ordinal),
            $"check: {codes}: {found}");
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.True(words.Contains(Documents[name].Place, StringComparison.OrdinalIgnoreCase), $"train: {code}: {words}");
        Assert.False(Directory.Exists(_folder["run"]), "A run that never began left a folder.");
    }

    [Fact]
    public void A_run_that_fails_over_a_problem_keeps_its_code_and_arguments()
    {
        TableProject.Write(_folder.Path, TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":-8", StringComparison.Ordinal));

        var failed = RunnerProcess.Run("train", _folder.Path, "--json", "--out", _folder["run"]).Events[^1];
        var problem = Assert.Single(failed.GetProperty("message").GetProperty("arguments").GetProperty("problems").EnumerateArray()).GetProperty("arguments");
        var told = problem.GetProperty("problem").GetProperty("arguments").GetProperty("problem");

        Assert.Equal("OutOfRange", failed.GetProperty("code").GetString());
        Assert.Equal("OutOfRange", told.GetProperty("code").GetString());
        Assert.Equal(-8, told.GetProperty("arguments").GetProperty("value").GetInt32());
        Assert.Equal("fix-set-it-to", problem.GetProperty("fix").GetProperty("code").GetString());
    }

    [Fact]
    public void A_model_too_large_for_memory_is_refused_before_anything_is_reserved()
    {
        var document = TableProject.Bare
            .Block("wide", "Linear", """{ "out_features": 300000 }""").Block("huge", "Linear", """{ "out_features": 300000 }""")
            .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "wide", "huge", "out").Classifies("out", "kind");
        TableProject.Write(_folder.Path, document.Json);
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.Equal("ModelTooLarge", code);
        Assert.Contains("GB", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_too_large_for_memory_names_the_block()
    {
        var document = TableProject.Bare
            .Block("picture", "Reshape", """{ "shape": [2, 1, 1] }""").Block("grow", "Upsample", """{ "scale_factor": 100000 }""")
            .Block("flat", "Flatten").Block("mean", "Mean", """{ "dim": [1], "keepdim": true }""").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "picture", "grow", "flat", "mean", "out").Classifies("out", "kind");
        TableProject.Write(_folder.Path, document.Json);
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.True(code is "OutOfMemory" or "ModelTooLarge" or "OutOfRange" or "TooLarge", $"{code}: {words}");
        Assert.Contains("Upsample", words, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();

    private static string Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(TableProject.Classifier.Json)!;
        change(json);
        return json.ToJsonString();
    }
}
