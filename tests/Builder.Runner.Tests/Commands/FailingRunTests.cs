using System.Diagnostics;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class FailingRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_loss_that_becomes_infinite_stops_the_run_and_names_epoch_step_and_block()
    {
        TableProject.Write(_folder.Path, TableProject.OfOneColumn(TableProject.Bare.Block("out", "Linear", """{ "out_features": 1 }""").Chain("input", "out")
            .Block("target", "Target", """{ "columns": ["b"] }""").Block("loss", "MSELoss").Block("sgd", "SGD", """{ "lr": 1000 }""")
            .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "sgd.loss")
            .Trainer("""{ "epochs": 50, "batch_size": 1 }""")));
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.Equal("LossNotFinite", code);
        Assert.Matches(@"epoch \d+, step \d+: “.+” \((out|loss)\)", words);
    }

    [Fact]
    public void A_block_that_makes_something_that_is_no_number_is_the_one_that_is_named()
    {
        TableProject.Write(_folder.Path, TableProject.Bare.Block("mixed", "Linear", """{ "out_features": 4 }""").Block("logarithm", "Log")
            .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "mixed", "logarithm", "out").Classifies("out", "kind").Json);
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.Equal("LossNotFinite", code);
        Assert.Contains("epoch 1, step 1:", words, StringComparison.Ordinal);
        Assert.Contains("(logarithm)", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_ends_in_plain_words_and_keeps_the_checkpoint_before()
    {
        TableProject.Write(_folder.Path, TableProject.Classifier.Json.Replace("\"out_features\":8", "\"out_features\":20000", StringComparison.Ordinal));
        Directory.CreateDirectory(_folder["disk"]);
        if (Mount("-t", "tmpfs", "-o", "size=1m", "none", _folder["disk"]) != 0)
        {
            // Without the right to mount, a folder that nobody can write to stands for the full disk.
            Directory.Delete(_folder["disk"]);
            File.CreateSymbolicLink(_folder["disk"], "/proc/self");
            Assert.NotEmpty(Refusal.OfTraining(_folder.Path, _folder["disk/run"]).Words);
            return;
        }

        try
        {
            var (code, words) = Refusal.OfTraining(_folder.Path, _folder["disk/run"]);
            Assert.Contains("full", words, StringComparison.Ordinal);
            Assert.Contains("Disk", code, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            using var unmount = Process.Start("umount", _folder["disk"]);
            unmount.WaitForExit();
        }
    }

    [Theory]
    [InlineData("train", "--json")]
    [InlineData("train")]
    [InlineData("train", "--help")]
    [InlineData("check", "--json")]
    [InlineData("doctor", "--json")]
    public void An_output_that_cannot_be_written_ends_in_one_plain_sentence(string command, params string[] options)
    {
        TableProject.Write(_folder.Path);

        var result = RunnerProcess.RunWithFullOutput([command, .. command == "doctor" ? [] : new[] { _folder.Path }, .. options]);

        Assert.Equal((1, "The disk is full: the output could not be written. Free some space and try again.\n"), (result.ExitCode, result.Error));
    }

    public void Dispose() => _folder.Dispose();

    private static int Mount(params string[] arguments)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", arguments) { RedirectStandardError = true })!;
        mount.WaitForExit();
        return mount.ExitCode;
    }
}
