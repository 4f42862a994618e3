using System.Text.Json;
using Builder.Graph.Json;
using Builder.Training.Runs;
using Builder.Training.Sessions;
using Builder.Training.Tests.Layers.Contract;
using TrainingStep = Builder.Training.Loop.TrainingStep;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Loop;

/// <summary>Whole projects, trained from the same weights on the same batches as Oracles/parity.py trained them.</summary>
public class TrainingParityTests
{
    private const double LossTolerance = 1e-4;
    private const double WeightTolerance = 1e-3;

    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    [InlineData("lstm")]
    [InlineData("transformer")]
    public void A_hundred_steps_of_training_are_those_of_PyTorch(string network)
    {
        using var scope = NewDisposeScope();
        var folder = Path.Combine(AppContext.BaseDirectory, "Parity", "stored", network);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "oracle.json")));
        using var session = Session(folder);
        var before = json.RootElement.GetProperty("weights");
        Assert.Equal(
            before.EnumerateObject().Select(w => w.Name).Order(StringComparer.Ordinal),
            session.Program.Weights.Select(w => w.Name).Order(StringComparer.Ordinal));
        foreach (var weight in session.Program.Weights)
        {
            ExampleRun.SetValues(weight.Tensor, Values(before, weight.Name));
        }

        AssertLosses(json.RootElement.GetProperty("losses").Deserialize<double[]>()!, Train(session));
        var after = json.RootElement.GetProperty("after");
        foreach (var weight in session.Program.Weights)
        {
            AssertNear(Values(after, weight.Name), TensorValues.Read(weight.Tensor), weight.Name);
        }
    }

    private static TrainingSession Session(string folder)
    {
        var document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(folder, "project.json")));
        var data = ProjectData.Prepare(document, folder);
        return new TrainingSession(TrainingRun.AnalyzeForTraining(document, data.Values), data.Values.Single(), TestDevice.Current);
    }

    private static double[] Train(TrainingSession session)
    {
        var step = new TrainingStep(session);
        var losses = new List<double>();
        for (var epoch = 0L; epoch < session.Settings.Epochs; epoch++)
        {
            using var feed = session.DeviceData.Feed(session.Data.Train);
            for (var batch = 0L; batch < session.StepsPerEpoch; batch++)
            {
                feed.MoveTo(batch * session.Settings.BatchSize, session.Settings.BatchSize);
                session.Meters[0].Reset();
                step.Run(feed, epoch, batch);
                losses.Add(session.Meters[0].Mean);
            }
        }

        return [.. losses];
    }

    private static double[] Values(JsonElement weights, string name) =>
        weights.GetProperty(name).GetProperty("values").Deserialize<double[]>()!;

    private static void AssertLosses(double[] expected, double[] actual)
    {
        Assert.Equal(100, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= LossTolerance * expected[i], $"Step {i + 1}: expected {expected[i]}, got {actual[i]}.");
        }
    }

    private static void AssertNear(double[] expected, double[] actual, string name)
    {
        var largest = expected.Max(Math.Abs);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            Math.Abs(pair.First - pair.Second) <= WeightTolerance * largest, $"{name}: expected {pair.First}, got {pair.Second}."));
    }
}
