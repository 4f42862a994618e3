using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("train", "--epochs", "--seed", "--device", "--threads", "--set", "--resume", "--out", "--json")]
    [InlineData("predict", "--input", "--output")]
    [InlineData("check", "--json")]
    [InlineData("doctor", "--json")]
    public void Help_lists_every_option_and_ends_well(string command, params string[] options)
    {
        var result = RunnerProcess.Run(command, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.All(options, option => Assert.Contains(option, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_doctor_tells_a_program_what_the_machine_offers()
    {
        var report = Builder.Protocol.MachineReport.Read(RunnerProcess.Run("doctor", "--json").Output);

        Assert.NotNull(report);
        Assert.True(report.Works);
        Assert.Equal(Environment.ProcessorCount, report.Processors);
        Assert.InRange(report.Threads, 1, 4096);
    }

    [Fact]
    public void A_project_that_is_not_there_is_named() =>
        Assert.Contains(_folder["nothing"], Refusal.Of("train", _folder["nothing"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("optimizer", "BLOCK.PARAMETER=VALUE")]
    [InlineData("optimizer.lr", "BLOCK.PARAMETER=VALUE")]
    [InlineData("nobody.lr=1", "nobody")]
    [InlineData("optimizer.speed=1", "speed")]
    [InlineData("optimizer.lr=fast", "fast")]
    [InlineData("optimizer.lr=", "lacks a value")]
    [InlineData("hidden.out_features=2.5", "2.5")]
    [InlineData("hidden.out_features=0", "0")]
    [InlineData("trainer.shuffle=perhaps", "perhaps")]
    public void A_setting_that_cannot_be_carried_out_is_refused(string setting, string named)
    {
        TableProject.Write(_folder.Path);
        Assert.Contains(named, Refusal.OfTraining(_folder.Path, _folder["run"], "--set", setting).Words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--threads", "-1")]
    [InlineData("--device", "abacus")]
    [InlineData("--quickly", "yes")]
    public void A_misused_option_ends_with_exit_code_one_also_in_JSON(string option, string value)
    {
        TableProject.Write(_folder.Path);
        Assert.Equal(1, RunnerProcess.Run("train", _folder.Path, option, value).ExitCode);
        var failed = RunnerProcess.Run("train", _folder.Path, option, value, "--json");
        Assert.Equal(1, failed.ExitCode);
        Assert.Equal("failed", failed.Events[^1].GetProperty("event").GetString());
    }

    [Theory]
    [InlineData("1000000")]
    [InlineData("9999999999")]
    public void More_threads_than_make_sense_are_refused_with_the_most_that_are_allowed(string threads)
    {
        TableProject.Write(_folder.Path);

        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"], "--threads", threads);

        Assert.Equal("Usage", code);
        Assert.Contains($"--threads needs a whole number from 1 to {Math.Max(64, Environment.ProcessorCount * 4)}", words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void Every_line_of_JSON_is_an_event_and_the_last_one_tells_all_scores()
    {
        TableProject.Write(_folder.Path);
        var result = RunnerProcess.Run(
            "train", _folder.Path, "--json", "--epochs", "5", "--set", "optimizer.lr=0.05", "--set", "hidden.out_features=6", "--out", _folder["run"]);
        var finished = result.Finished();
        Assert.Equal("classification", finished.GetProperty("task").GetString());
        Assert.Equal(5, finished.GetProperty("epochs").GetInt64());
        Assert.True(finished.GetProperty("seconds").GetDouble() > 0);
        foreach (var part in new[] { "train", "validation", "test" })
        {
            Assert.InRange(finished.GetProperty(part).GetProperty("accuracy").GetDouble(), 0, 1);
        }

        Assert.True(File.Exists(Path.Combine(finished.GetProperty("bundle").GetString()!, "weights.safetensors")));
        Assert.Equal(5, result.EventsOf("epoch").Count());
        Assert.Contains("\"out_features\": 6", File.ReadAllText(_folder["run/bundle/project.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_JSON_a_person_reads_the_scores_and_the_place_of_the_model()
    {
        TableProject.Write(_folder.Path);
        var result = RunnerProcess.Run("train", _folder.Path);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("accuracy", result.Output, StringComparison.Ordinal);
        Assert.Contains("bundle", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_folder["runs"]));
    }

    [Fact]
    public void A_run_that_does_not_exist_cannot_be_resumed()
    {
        TableProject.Write(_folder.Path);
        Assert.Contains("yesterday", Refusal.Of("train", _folder.Path, "--resume", "yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_lists_every_block_with_its_shape_and_size()
    {
        TableProject.Write(_folder.Path);
        var result = RunnerProcess.Run("check", _folder.Path, "--json");
        Assert.Equal(0, result.ExitCode);
        var report = System.Text.Json.JsonElement.Parse(result.Output);
        var hidden = report.GetProperty("blocks").EnumerateArray().Single(b => b.GetProperty("block").GetString() == "hidden");
        Assert.Equal("[N, 8]", hidden.GetProperty("outputs")[0].GetString());
        Assert.Equal(24, hidden.GetProperty("parameters").GetInt64());
        Assert.Equal(42, report.GetProperty("totalParameters").GetInt64());
        Assert.True(report.GetProperty("canTrain").GetBoolean());
    }

    public void Dispose() => _folder.Dispose();
}
