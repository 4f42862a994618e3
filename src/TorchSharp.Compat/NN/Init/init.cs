using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters, set in place and without autograd (https://pytorch.org/docs/stable/nn.init.html).</summary>
        public static class init
        {
            private static readonly Operator s_qr = new("linalg_qr");

            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor zeros_(Tensor tensor) => Without(tensor, t => t.zero_());

            public static Tensor ones_(Tensor tensor) => Without(tensor, t => t.fill_(1));

            public static Tensor constant_(Tensor tensor, Scalar val) => Without(tensor, t => t.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Without(tensor, t => t.uniform_(low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Without(tensor, t => t.normal_(mean, std, generator));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>A random matrix with orthogonal rows or columns, times `gain`.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() < 2)
                {
                    throw new ArgumentException("Only tensors with two or more dimensions can be orthogonal.", nameof(tensor));
                }

                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                var rows = tensor.size(0);
                var columns = tensor.numel() / rows;
                var flat = randn([rows, columns], tensor.dtype, tensor.device);
                var (q, r) = s_qr.CallForTwo(rows < columns ? flat.t() : flat);
                q.mul_(r.diag().sign());
                tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            /// <summary>The factor that keeps the spread of values through a nonlinearity; `param` is LeakyReLU's slope.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs an output has, and how many outputs an input has.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() < 2)
                {
                    throw new ArgumentException("A tensor with fewer than two dimensions has no fan-in and fan-out.", nameof(tensor));
                }

                var shape = tensor.shape;
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static Tensor Without(Tensor tensor, Action<Tensor> change)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using var noGrad = no_grad();
                change(tensor);
                return tensor;
            }
        }
    }
}
