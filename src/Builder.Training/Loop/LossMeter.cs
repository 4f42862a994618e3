using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Loop;

/// <summary>
/// Running mean of a loss. On the CPU each value is read at once; on a GPU reading would wait for all work in flight, so values are kept
/// there and read in portions.
/// </summary>
public sealed class LossMeter : IDisposable
{
    private const int Portion = 50;
    private readonly List<(Tensor Loss, long Samples)> _waiting = [];

    /// <summary>Sum of losses times samples.</summary>
    public double Sum { get; private set; }

    /// <summary>Samples counted.</summary>
    public long Samples { get; private set; }

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

    /// <summary>Starts again, from nothing or from a checkpoint.</summary>
    public void Reset(double sum = 0, long samples = 0)
    {
        Forget();
        (Sum, Samples) = (sum, samples);
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private bool Count(float loss, long samples)
    {
        Sum += (double)loss * samples;
        Samples += samples;
        return float.IsFinite(loss);
    }

    private void Forget()
    {
        _waiting.ForEach(w => w.Loss.Dispose());
        _waiting.Clear();
    }
}
