namespace TorchSharp.Modules;

/// <summary>The home of the choice of formula for <see cref="torch.nn.functional.gelu(torch.Tensor, Approximate, bool)"/>.</summary>
public sealed class GELU
{
    private GELU()
    {
    }

    public enum Approximate
    {
        none = 0,
        tanh = 1,
    }
}
