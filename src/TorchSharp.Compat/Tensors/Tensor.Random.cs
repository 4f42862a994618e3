using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Random elements. Without a generator the device's default one is used.</content>
    public partial class Tensor
    {
        private static readonly Operator s_normalInPlace = new("normal_");
        private static readonly Operator s_uniformInPlace = new("uniform_");
        private static readonly Operator s_multinomial = new("multinomial");

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            s_normalInPlace.Run(this, mean, std, generator);
            return this;
        }

        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            s_uniformInPlace.Run(this, from, to, generator);
            return this;
        }

        /// <summary>Draws indices with these weights, for each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            s_multinomial.Call(this, num_samples, replacement, generator);
    }
}
