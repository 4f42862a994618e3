using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Checkpoints;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Loop;

public sealed class BestEpochTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TrainingEvent> _events = [];

    [Fact]
    public void Early_stopping_ends_after_its_patience_and_keeps_the_weights_of_the_best_epoch()
    {
        var result = Train("""{ "epochs": 60, "batch_size": 4, "early_stopping": 4, "seed": 2 }""");
        var epochs = _events.OfType<EpochDone>().ToList();
        var best = epochs.MinBy(epoch => epoch.Validation["loss"])!;

        Assert.Equal(RunEnd.EarlyStopping, result.End);
        Assert.Equal(best.Epoch, result.BestEpoch);
        Assert.Equal(best.Epoch + 4, result.Epochs);
        Assert.True(epochs[^1].Validation["loss"] > best.Validation["loss"]);
        Assert.Equal(best.Validation["loss"], result.Validation["loss"], 1e-12);
        Assert.Equal(Weights("best.safetensors"), Weights("bundle/weights.safetensors"));
    }

    [Fact]
    public void Without_keep_best_the_last_epoch_stays()
    {
        var result = Train("""{ "epochs": 12, "batch_size": 4, "keep_best": false, "seed": 2 }""");
        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(_events.OfType<EpochDone>().Last().Validation["loss"], result.Validation["loss"], 1e-12);
        Assert.NotEqual(Weights("best.safetensors"), Weights("bundle/weights.safetensors"));
    }

    [Fact]
    public void The_watched_loss_is_found_by_its_optimizer_whatever_people_call_it()
    {
        var result = Train(
            """{ "epochs": 12, "batch_size": 4, "monitor": "loss.slow", "seed": 2 }""",
            project => project.Block("plain", "Linear", """{ "out_features": 2 }""").Chain("input", "plain").Link("plain.output", "calm.input")
                .Block("calm", "CrossEntropyLoss").Link("target.output", "calm.target")
                .Block("slow", "SGD", """{ "lr": 0.0001 }""").Link("calm.output", "slow.loss"),
            document => document with { Blocks = document.Blocks.SetItem("calm", document.Blocks["calm"] with { Label = "Calm loss" }) });
        var epochs = _events.OfType<EpochDone>().ToList();

        Assert.Equal(epochs.MinBy(epoch => epoch.Validation["loss.Calm loss"])!.Epoch, result.BestEpoch);
        Assert.NotEqual(epochs.MinBy(epoch => epoch.Validation["loss.optimizer"])!.Epoch, result.BestEpoch);
    }

    public void Dispose() => _folder.Dispose();

    private RunResult Train(string trainer, Func<ProjectFile, ProjectFile>? more = null, Func<ProjectDocument, ProjectDocument>? named = null)
    {
        // Kinds that follow from nothing: what is learned by heart makes the validation loss worse, so that the last epoch is not the best.
        var random = new Random(4);
        var rows = Enumerable.Range(0, 60).Select(i => $"{i % 7},{i % 5},{(random.Next(2) == 0 ? "odd" : "even")}\n");
        var project = TableProject.Bare.Block("hidden", "Linear", """{ "out_features": 8 }""").Block("tanh", "Tanh")
            .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "hidden", "tanh", "out")
            .Classifies("out", "kind", "SGD", """{ "lr": 0.3, "momentum": 0.9 }""").Trainer(trainer);
        TableProject.Write(_folder.Path, (more?.Invoke(project) ?? project).Json, "a,b,kind\n" + string.Concat(rows));
        var document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json")));
        return TrainingRun.Execute(new RunRequest
        {
            Document = named?.Invoke(document) ?? document,
            ProjectFolder = _folder.Path,
            Folder = new RunFolder(Path.Combine(_folder.Path, "run")),
            Device = DeviceChoice.Cpu,
            Threads = 1,
            Observer = _events.Add,
        });
    }

    private double[] Weights(string file)
    {
        using var scope = NewDisposeScope();
        var tensors = TensorFile.Read(Path.Combine(_folder.Path, "run", file)).Tensors;
        return [.. tensors.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => TensorValues.Read(t.Value))];
    }
}
