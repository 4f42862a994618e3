using static TorchSharp.torch;

namespace Builder.Training.Loop;

/// <summary>Lets something draw random numbers of its own without disturbing the run's: on disposal the generator is as it was before.</summary>
public sealed class RandomState : IDisposable
{
    private const long EvaluationSeed = 20_240_229;
    private readonly Tensor _before = get_rng_state().DetachFromDisposeScope();

    private RandomState(long seed) => manual_seed(seed);

    /// <summary>The generator starts from a fixed seed until disposal.</summary>
    public static RandomState Fixed(long seed = EvaluationSeed) => new(seed);

    /// <inheritdoc/>
    public void Dispose()
    {
        set_rng_state(_before);
        _before.Dispose();
    }
}
