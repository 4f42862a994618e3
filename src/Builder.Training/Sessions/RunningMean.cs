using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Sessions;

/// <summary>
/// Running mean of a loss. On the CPU each value is read at once; on a GPU reading would wait for all work in flight, so values are kept
/// there and read in portions.
/// </summary>
public sealed class RunningMean : IDisposable
{
    private const int Portion = 50;
    private readonly List<(Tensor Loss, long Samples)> _waiting = [];

    /// <summary>Sum of losses times samples.</summary>
    public double Sum { get; private set; }

    /// <summary>Samples counted.</summary>
    public long Samples { get; private set; }

    /// <summary>The first loss of the whole run, before anything was learned; null before it is read.</summary>
    public double? First { get; private set; }

    /// <summary>The latest loss that was read; 0 before the first.</summary>
    public double Last { get; private set; }

    /// <summary>Mean loss of a sample so far; 0 before the first.</summary>
    public double Mean => Samples == 0 ? 0 : Sum / Samples;

    /// <summary>Counts a batch. False when a loss has turned out not to be a finite number.</summary>
    public bool Add(Tensor loss, long samples)
    {
        if (loss.device_type == DeviceType.CPU)
        {
            return Count(loss.ToSingle(), samples);
        }

        _waiting.Add((loss.detach().DetachFromDisposeScope(), samples));
        return _waiting.Count < Portion || Flush();
    }

    /// <summary>Reads what still waits on the GPU. False when a loss is not a finite number.</summary>
    public bool Flush()
    {
        if (_waiting.Count == 0)
        {
            return true;
        }

        using var scope = NewDisposeScope();
        var values = stack([.. _waiting.Select(w => w.Loss)]).to(ScalarType.Float32).cpu().data<float>().ToArray();
        var finite = true;
        for (var i = 0; i < values.Length; i++)
        {
            finite &= Count(values[i], _waiting[i].Samples);
        }

        Forget();
        return finite;
    }

    /// <summary>Starts the next epoch.</summary>
    public void Reset()
    {
        Forget();
        (Sum, Samples) = (0, 0);
    }

    /// <summary>Goes on from a checkpoint.</summary>
    /// <param name="sum">Sum of losses times samples of the epoch so far.</param>
    /// <param name="samples">Samples of the epoch so far.</param>
    /// <param name="first">The first loss of the whole run; null where the checkpoint does not know it.</param>
    public void Restore(double sum, long samples, double? first)
    {
        Forget();
        (Sum, Samples, First) = (sum, samples, first);
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private bool Count(float loss, long samples)
    {
        Sum += (double)loss * samples;
        Samples += samples;
        First ??= loss;
        Last = loss;
        return float.IsFinite(loss);
    }

    private void Forget()
    {
        _waiting.ForEach(w => w.Loss.Dispose());
        _waiting.Clear();
    }
}
