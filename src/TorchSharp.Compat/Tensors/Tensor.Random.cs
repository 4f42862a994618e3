using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Random elements. Without a generator the device's default one is used.</content>
    public partial class Tensor
    {
        private static readonly Operator s_normalInPlace = new("normal_");
        private static readonly Operator s_uniformInPlace = new("uniform_");
        private static readonly Operator s_bernoulliInPlace = new("bernoulli_", "float");
        private static readonly Operator s_bernoulli = new("bernoulli");
        private static readonly Operator s_multinomial = new("multinomial");
        private static readonly Operator s_exponentialInPlace = new("exponential_");

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

        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            s_exponentialInPlace.Run(this, lambda, generator);
            return this;
        }

        public Tensor bernoulli(Generator? generator = null) => s_bernoulli.Call(this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            s_bernoulliInPlace.Run(this, p, generator);
            return this;
        }

        /// <summary>Draws indices with these weights, for each row.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            s_multinomial.Call(this, num_samples, replacement, generator);
    }
}
