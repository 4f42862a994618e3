using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        private const long LstmGates = 4;
        private const long GruGates = 3;

        public static LSTM LSTM(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, LstmGates), device, dtype);

        public static GRU GRU(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, GruGates), device, dtype);

        public static RNN RNN(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            NonLinearities nonLinearity = NonLinearities.Tanh,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, 1), nonLinearity, device, dtype);

        /// <exception cref="NotSupportedException">`max_norm` is given.</exception>
        public static Embedding Embedding(
            long num_embeddings,
            long embedding_dims,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null)
        {
            if (max_norm is not null)
            {
                throw new NotSupportedException($"Limiting the {norm_type}-norm of embeddings is not supported.");
            }

            return new(num_embeddings, embedding_dims, padding_idx, scale_grad_by_freq, sparse, device, dtype);
        }
    }
}
