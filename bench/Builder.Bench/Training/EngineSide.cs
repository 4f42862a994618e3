using System.Text.Json.Nodes;
using Builder.Bench.Measuring;
using Builder.Datasets.Preparation;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Training.Checkpoints;
using Builder.Training.DataLoading;
using Builder.Training.Formats;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Sessions;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Bench.Training;

/// <summary>Our side: a document compiled and stepped through exactly as a run does it, epoch by epoch, and stopped between any two steps.</summary>
public sealed class EngineSide : IDisposable
{
    // Epochs after which the orders of samples repeat, so that both sides can have them beforehand.
    private const int Orders = 4;

    private readonly TrainingSession _session;
    private readonly TrainingStep _step;
    private readonly long[][] _orders;
    private readonly Tensor[] _initial;
    private BatchLoader? _feed;
    private long _epoch;
    private long _batch;

    /// <summary>Prepares the document's data and compiles it.</summary>
    public EngineSide(ProjectDocument document, string folder, Device device)
    {
        var data = ProjectData.Prepare(document, folder);
        var analysis = TrainingRun.AnalyzeForTraining(document, data.Values);
        _session = new TrainingSession(analysis, data[ProjectData.DataSetOf(analysis.Graph)], device);
        _step = new TrainingStep(_session);
        _orders = [.. Enumerable.Range(0, Orders).Select(epoch => SampleOrder.Shuffled(Positions, _session.Settings.Seed, epoch))];
        _initial = [.. _session.Program.Weights.Select(w => w.Tensor.detach().clone().DetachFromDisposeScope())];
    }

    private PreparedData Data => _session.Data;

    private long[] Positions => [.. Enumerable.Range(0, Data.Train.Length).Select(i => (long)i)];

    /// <summary>Back to the initial weights, an optimizer without memory, and the first batch.</summary>
    public void Restart()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (weight, initial) in _session.Program.Weights.Zip(_initial))
        {
            weight.Tensor.copy_(initial);
        }

        foreach (var objective in _session.Objectives)
        {
            objective.Optimizer.Restore(0, objective.Optimizer.State.ToDictionary(s => s.Name, s => zeros_like(s.Tensor)));
        }

        EndEpoch();
        _epoch = 0;
    }

    /// <summary>Trains some steps.</summary>
    public Spent Run(long steps) => Spent.On(() => Train(steps));

    /// <summary>Writes initial weights, all samples and the orders of the epochs for the peer. Returns the peer's settings.</summary>
    public JsonObject HandOver(string name, string path, int threads)
    {
        using var scope = NewDisposeScope();
        using var feed = _session.DeviceData.Feed(Data.Train);
        feed.MoveTo(0, feed.Samples);
        var nodes = _session.Program.Graph.Nodes;
        TensorFile.Write(path,
        [
            .. _session.Program.Weights.Select(w => ("weight:" + w.Name, w.Tensor)),
            ("input", feed.Get(nodes.Single(n => n.Kind.Role == Role.Input))),
            ("target", feed.Get(nodes.Single(n => n.Kind.Role == Role.Target))),
            ("orders", stack([.. _orders.Select(order => tensor(order))])),
        ]);
        var optimizer = _session.Objectives.Single().Node.Instance!;
        return new()
        {
            ["case"] = name, ["start"] = path, ["device"] = _session.Device.ToString(), ["threads"] = threads,
            ["batchSize"] = _session.Settings.BatchSize, ["stepsPerEpoch"] = _session.StepsPerEpoch,
            ["optimizer"] = optimizer.Kind.Id,
            ["options"] = new JsonObject
            {
                ["lr"] = optimizer.Real("lr"), ["eps"] = optimizer.Real("eps"), ["weight_decay"] = optimizer.Real("weight_decay"),
                ["betas"] = new JsonArray([.. optimizer.Reals("betas").Select(beta => (JsonNode)beta)]),
            },
        };
    }

    /// <summary>The largest relative distance of one of our weights from the peer's, as 2-norms.</summary>
    public double DistanceFrom(string path)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var peer = TensorFile.Read(path, SafetensorsChecksums.WherePresent).Tensors;
        return _session.Program.Weights.Max(w =>
        {
            var theirs = peer[w.Name].to(_session.Device);
            return (w.Tensor - theirs).norm().ToDouble() / theirs.norm().ToDouble();
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndEpoch();
        _initial.ToList().ForEach(tensor => tensor.Dispose());
        _session.Dispose();
    }

    private void Train(long steps)
    {
        for (var i = 0L; i < steps; i++)
        {
            if (_feed is null || _batch == _session.StepsPerEpoch)
            {
                BeginEpoch();
            }

            _feed!.MoveTo(_batch * _session.Settings.BatchSize, _session.Settings.BatchSize);
            _step.Run(_feed, _epoch, _batch++);
        }

        if (_session.Device.type == TorchSharp.DeviceType.CUDA)
        {
            cuda.synchronize();
        }
    }

    private void BeginEpoch()
    {
        EndEpoch();
        var order = SampleOrder.Shuffled(Data.Train, _session.Settings.Seed, _epoch % Orders);
        _feed = _session.DeviceData.Feed(order, augments: true);
    }

    private void EndEpoch()
    {
        _epoch += _feed is null ? 0 : 1;
        _feed?.Dispose();
        (_feed, _batch) = (null, 0);
        _session.Meters.ToList().ForEach(meter => meter.Reset());
    }
}
