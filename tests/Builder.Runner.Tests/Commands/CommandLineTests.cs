using System.Text.Json.Nodes;

namespace Builder.Runner.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train")]
    [InlineData("predict")]
    [InlineData("export")]
    [InlineData("check")]
    public void Help_names_the_command_as_people_start_it_and_is_wholly_in_their_language(string command)
    {
        var english = RunnerProcess.Run(command, "--help");
        var chinese = RunnerProcess.RunInChinese(command, "--help");

        Assert.Equal((0, 0), (english.ExitCode, chinese.ExitCode));
        Assert.Contains($"./builder {command}", english.Output, StringComparison.Ordinal);
        Assert.Contains($"./builder {command}", chinese.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", chinese.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Show help", chinese.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--epochs", "abc")]
    [InlineData("--epochs", "0")]
    [InlineData("--seed", "1.5")]
    [InlineData("--threads", "-1")]
    [InlineData("--device", "gpu")]
    public void A_value_that_an_option_cannot_take_is_named_in_two_languages(string option, string value)
    {
        var english = RunnerProcess.Run("train", Repository.Template("iris"), option, value);
        var chinese = RunnerProcess.RunInChinese("train", Repository.Template("iris"), option, value);

        Assert.Equal((1, 1), (english.ExitCode, chinese.ExitCode));
        Assert.StartsWith($"{option} needs ", english.Error, StringComparison.Ordinal);
        Assert.Contains($"“{value}”", english.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{option} 需要", chinese.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PROJECT", "train")]
    [InlineData("BUNDLE", "predict")]
    [InlineData("BUNDLE", "export")]
    [InlineData("PROJECT", "check")]
    [InlineData("“surplus”", "train", "iris", "surplus")]
    [InlineData("“--quickly”", "check", "iris", "--quickly")]
    [InlineData("--threads N", "train", "iris", "--threads")]
    [InlineData("--set BLOCK.PARAMETER=VALUE", "train", "iris", "--set")]
    [InlineData("--epochs", "train", "iris", "--epochs", "1", "--epochs", "2")]
    [InlineData("“surplus”", "serve", "surplus")]
    public void A_command_line_that_cannot_be_understood_is_told_in_the_person_s_language(string named, params string[] arguments)
    {
        var english = RunnerProcess.Run(arguments);
        var chinese = RunnerProcess.RunInChinese(arguments);

        Assert.Equal((1, 1, "", ""), (english.ExitCode, chinese.ExitCode, english.Output, chinese.Output));
        Assert.Contains(named, english.Error, StringComparison.Ordinal);
        Assert.Contains(named, chinese.Error, StringComparison.Ordinal);
        Assert.Contains($"See ./builder {arguments[0]} --help.", english.Error, StringComparison.Ordinal);
        Assert.Contains($"请参阅 ./builder {arguments[0]} --help。", chinese.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]+ [a-z]+ [a-z]+", chinese.Error);
    }

    [Theory]
    [InlineData("--epochs", "x")]
    [InlineData("--device", "abacus")]
    [InlineData("surplus", "things")]
    public void In_JSON_both_languages_are_complete_whichever_the_person_reads(params string[] misused)
    {
        var english = RunnerProcess.Run(["train", "iris", .. misused, "--json"]);
        var chinese = RunnerProcess.RunInChinese(["train", "iris", .. misused, "--json"]);

        Assert.Equal(english.Output, chinese.Output);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", Refusal.Told(english.Events[^1]).En);
        Assert.DoesNotMatch("[a-z]+ [a-z]+ [a-z]+", Refusal.Told(english.Events[^1]).Zh);
    }

    [Fact]
    public void A_run_that_cannot_have_its_folder_says_which_option_names_another()
    {
        File.WriteAllText(_folder["taken"], "");

        var result = RunnerProcess.Run("train", Repository.Template("iris"), "--out", _folder["taken"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(_folder["taken"], result.Error, StringComparison.Ordinal);
        Assert.Contains("--out", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_that_cannot_be_trained_is_told_with_the_way_out()
    {
        var result = RunnerProcess.Run("train", Iris(project => Parameters(project, "kind")["out_features"] = 2), "--out", _folder["run"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Way out: Give the last layer 3 outputs.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_data_cannot_be_read_a_check_does_not_ask_for_data_as_well()
    {
        var result = RunnerProcess.Run("check", Iris(project => project["data"]![0]!["source"]!["path"] = "nowhere.csv"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.csv", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("there is no data yet", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_project_file_is_told_with_the_name_of_the_file()
    {
        File.WriteAllText(_folder["mine.json"], """{ "format": 1, "name": 3 }""");

        var result = RunnerProcess.Run("check", _folder["mine.json"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("mine.json: Line 1", result.Error, StringComparison.Ordinal);
    }

    private string Iris(Action<JsonNode> change)
    {
        var project = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Template("iris"), "project.json")))!;
        change(project);
        File.WriteAllText(_folder["project.json"], project.ToJsonString());
        File.Copy(Path.Combine(Repository.Template("iris"), "iris.csv"), _folder["iris.csv"]);
        return _folder.Path;
    }

    private static JsonNode Parameters(JsonNode project, string block) =>
        project["blocks"]!.AsArray().First(b => b!["id"]!.GetValue<string>() == block)!["parameters"]!;
}
