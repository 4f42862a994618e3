using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_same_document_data_and_seed_give_the_same_bytes_and_another_seed_gives_others()
    {
        PictureProject.Write(_folder.Path, 3);
        var (first, again, other) = (Weights("first"), Weights("again"), Weights("other", "--seed", "4"));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void More_epochs_of_a_finished_run_are_those_of_a_longer_one()
    {
        PictureProject.Write(_folder.Path, 3);
        string[] last = ["--set", "trainer.keep_best=false"];
        File.WriteAllText(_folder["project.json"], File.ReadAllText(_folder["project.json"])
            .Replace("OneCycleLR", "ConstantLR", StringComparison.Ordinal));
        Weights("grown", last);
        var grown = RunnerProcess.Run(["train", _folder.Path, "--epochs", "6", "--resume", _folder["grown"], "--json", "--threads", "1", .. last]);
        Assert.Equal(6, grown.Finished().GetProperty("epochs").GetInt64());
        Assert.Equal(Weights("long", ["--epochs", "6", .. last]), WeightsOf("grown"));
    }

    public void Dispose() => _folder.Dispose();

    private byte[] Weights(string run, params string[] options)
    {
        RunnerProcess.Run(["train", _folder.Path, "--out", _folder[run], "--json", "--threads", "1", .. options]).Finished();
        return WeightsOf(run);
    }

    private byte[] WeightsOf(string run) => File.ReadAllBytes(_folder[$"{run}/bundle/weights.safetensors"]);
}
