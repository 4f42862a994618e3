using Builder.Graph.Json;
using Builder.Runner.Tests.Examples;
using Builder.Training.Runs;
using Builder.Training.Sessions;
using Builder.Training.Tests.Formats;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;
using TrainingStep = Builder.Training.Loop.TrainingStep;

namespace Builder.Training.Tests.Loop;

/// <summary>A project in a folder of its own, trained step by step.</summary>
internal sealed class LoopRun : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();
    private readonly TemporaryFolder _folder = new();

    /// <summary>A project of the example table, or of another one with the same columns.</summary>
    public static LoopRun OfTable(ProjectFile project, string? csv = null) => OfTable(project.Json, csv);

    /// <summary>The same of a project's text.</summary>
    public static LoopRun OfTable(string project, string? csv = null)
    {
        var run = new LoopRun();
        TableProject.Write(run._folder.Path, project, csv);
        run.Open();
        return run;
    }

    /// <summary>The project of small pictures.</summary>
    public static LoopRun OfPictures(string trainer)
    {
        var run = new LoopRun();
        PictureProject.Write(run._folder.Path, 3, trainer);
        run.Open();
        return run;
    }

    public TrainingSession Session { get; private set; } = null!;

    /// <summary>All weights by name.</summary>
    public Dictionary<string, double[]> Weights => Session.Program.Weights.ToDictionary(w => w.Name, w => TensorValues.Read(w.Tensor));

    /// <summary>Trains an epoch, whose random numbers follow from its own; returns the mean loss of the first objective.</summary>
    public double Epoch(long epoch)
    {
        manual_seed(epoch);
        var step = new TrainingStep(Session);
        using var feed = Session.DeviceData.Feed(Session.Data.Train);
        Session.Meters[0].Reset();
        for (var batch = 0L; batch < Session.StepsPerEpoch; batch++)
        {
            feed.MoveTo(batch * Session.Settings.BatchSize, Session.Settings.BatchSize);
            step.Run(feed, epoch, batch);
        }

        return Session.Meters[0].Mean;
    }

    public void Dispose()
    {
        Session.Dispose();
        _scope.Dispose();
        _folder.Dispose();
    }

    private void Open()
    {
        var document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json")));
        var data = ProjectData.Prepare(document, _folder.Path);
        Session = new TrainingSession(TrainingRun.AnalyzeForTraining(document, data.Values), data.Values.Single(), CPU);
    }
}
