using System.Globalization;
using Builder.Bench.Command;
using Builder.Bench.Measuring;
using Builder.Graph.Json;
using Builder.Training.Runs;
using static TorchSharp.torch;

namespace Builder.Bench.Training;

/// <summary>A document trained by the engine, against the same network, weights and batches in eager PyTorch.</summary>
public static class TrainingCase
{
    /// <summary>
    /// Largest relative distance of a weight matrix or vector from the peer's after <see cref="ComparedSteps"/> steps from the same weights on the
    /// same batches. The two sides add the same numbers in another order, and training carries these last digits upwards, step by step; in so
    /// few steps they stay far below this, while a wrong loss, batch or update ends far above.
    /// </summary>
    public const double Tolerance = 1e-3;

    /// <summary>Steps after which the weights are compared, before anything is timed.</summary>
    public const long ComparedSteps = 50;

    /// <summary>The case of a document in the folder documents.</summary>
    public static BenchCase Create(string name, double floor) => new(name, "training", settings => Measure(name, floor, settings));

    private static BenchResult Measure(string name, double floor, BenchSettings settings)
    {
        set_num_threads(settings.Threads);
        CaseData.Place(name, settings.WorkFolder);
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "documents", name + ".json"));
        using var engine = new EngineSide(ProjectJson.Read(file), settings.WorkFolder, DeviceSelection.Of(settings.Device));
        var handover = Path.Combine(settings.WorkFolder, name + ".safetensors");
        using var peer = new PeerProcess("training.py", engine.HandOver(name, handover, settings.Threads), settings.Threads);
        Restart();
        engine.Run(ComparedSteps);
        peer.Run(ComparedSteps);
        peer.Ask(new() { ["save"] = handover });
        var difference = engine.DistanceFrom(handover);
        var result = new Duel(engine.Run, peer.Run, Restart).Run(
            new() { Case = name, Floor = floor, Unit = "steps/s", Threads = settings.Threads, Against = peer.Version }, settings, perSecond: true);
        return Checked(result with { Difference = difference });

        void Restart()
        {
            engine.Restart();
            peer.Ask(new() { ["restart"] = true });
        }
    }

    private static BenchResult Checked(BenchResult result)
    {
        if (result.Difference <= Tolerance)
        {
            return result;
        }

        var (far, limit) = (result.Difference!.Value.ToString("0.0e0", CultureInfo.InvariantCulture), Tolerance.ToString("0e0", CultureInfo.InvariantCulture));
        return result with
        {
            Ratio = null, RatioFrom = null, RatioTo = null,
            Refusal = new(
                $"no ratio: after {ComparedSteps} steps the weights differ from PyTorch's by {far}, more than {limit}",
                $"不给出比值：{ComparedSteps} 步之后，权重与 PyTorch 相差 {far}，超过 {limit}"),
        };
    }
}
