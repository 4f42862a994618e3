using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Sessions;

/// <summary>
/// The random numbers of a run. The state of the CPU's generator can be kept and given back; of a GPU's generator only the seed can be set.
/// Wherever the state is kept or given back, the GPU's generator therefore starts anew from a number that the CPU's gives: a resumed run
/// draws what the uninterrupted one drew, and no two stretches of a run draw the same.
/// </summary>
public sealed class RandomState : IDisposable
{
    private const long EvaluationSeed = 20_240_229;
    private readonly Device _device;
    private readonly Tensor _before = get_rng_state().DetachFromDisposeScope();

    private RandomState(Device device, long seed)
    {
        _device = device;
        manual_seed(seed);
    }

    /// <summary>Lets something draw random numbers of its own: both generators start from a fixed seed until disposal, which gives the run its own back.</summary>
    public static RandomState Fixed(Device device, long seed = EvaluationSeed) => new(device, seed);

    /// <summary>The state, for a checkpoint, from which <see cref="Restore"/> goes on as the run goes on now.</summary>
    public static Tensor Save(Device device)
    {
        var state = get_rng_state();
        Renew(device);
        return state;
    }

    /// <summary>Goes on from a kept state.</summary>
    public static void Restore(Device device, Tensor state)
    {
        set_rng_state(state);
        Renew(device);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Restore(_device, _before);
        _before.Dispose();
    }

    private static void Renew(Device device)
    {
        if (device.type == DeviceType.CUDA)
        {
            using var seed = randint(0, long.MaxValue, [1]);
            cuda.manual_seed(seed.ToInt64());
        }
    }
}
