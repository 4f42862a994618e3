using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_pad = new("pad");
            private static readonly Operator s_gridSampler = new("grid_sampler");
            private static readonly Operator s_affineGrid = new("affine_grid_generator");
            private static readonly Operator s_upsampleNearest1d = new("upsample_nearest1d", "vec");
            private static readonly Operator s_upsampleNearest2d = new("upsample_nearest2d", "vec");
            private static readonly Operator s_upsampleLinear1d = new("upsample_linear1d", "vec");
            private static readonly Operator s_upsampleBilinear2d = new("upsample_bilinear2d", "vec");
            private static readonly Operator s_upsampleBicubic2d = new("upsample_bicubic2d", "vec");

            /// <param name="input">Any tensor.</param>
            /// <param name="pad">How many elements before and after, from the last dimension backwards.</param>
            /// <param name="mode">What the new elements are.</param>
            /// <param name="value">Their value, where the mode is constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant => s_pad.Call(input, pad, Arg.Text("constant"u8), value),
                PaddingModes.Zeros => s_pad.Call(input, pad, Arg.Text("constant"u8), 0.0),
                PaddingModes.Reflect => s_pad.Call(input, pad, Arg.Text("reflect"u8)),
                PaddingModes.Replicate => s_pad.Call(input, pad, Arg.Text("replicate"u8)),
                PaddingModes.Circular => s_pad.Call(input, pad, Arg.Text("circular"u8)),
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "This kind of padding is not known."),
            };

            /// <summary>Values of `input` [N, C, H, W] at the positions `grid` [N, H', W', 2], each from -1 to 1.</summary>
            public static Tensor grid_sample(
                Tensor input,
                Tensor grid,
                GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null) =>
                s_gridSampler.Call(
                    input, grid, mode == GridSampleMode.Nearest ? 1 : 0, SamplePadding(padding_mode), align_corners ?? false);

            /// <summary>The positions for <see cref="grid_sample"/> that a turn, shift or stretch `theta` [N, 2, 3] leads to.</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                s_affineGrid.Call(theta, size ?? throw new ArgumentNullException(nameof(size)), align_corners);

            /// <summary>Resizes the dimensions after the first two, to a size or by a factor.</summary>
            /// <exception cref="ArgumentException">Neither or both are given, or the mode does not fit the number of dimensions.</exception>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false)
            {
                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("Give either a size or a factor to resize to.");
                }

                if (antialias)
                {
                    throw new NotSupportedException("Resizing with antialiasing is not supported.");
                }

                var spatial = (int)x.dim() - 2;
                if (recompute_scale_factor && scale_factor is not null)
                {
                    (size, scale_factor) = (Scaled(x, Repeated(scale_factor, spatial)), null);
                }

                var sizes = size is null ? Arg.None : Arg.Integers(Repeated(size, spatial));
                var factors = scale_factor is null ? Arg.None : Arg.Reals(Repeated(scale_factor, spatial));
                var corners = align_corners ?? false;
                return (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, 1) => s_upsampleNearest1d.Call(x, sizes, factors),
                    (InterpolationMode.Nearest, 2) => s_upsampleNearest2d.Call(x, sizes, factors),
                    (InterpolationMode.Linear, 1) => s_upsampleLinear1d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bilinear, 2) => s_upsampleBilinear2d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bicubic, 2) => s_upsampleBicubic2d.Call(x, sizes, corners, factors),
                    _ => throw new ArgumentException($"{mode} does not resize tensors of {x.dim()} dimensions.", nameof(mode)),
                };
            }

            private static long SamplePadding(GridSamplePaddingMode mode) => mode switch
            {
                GridSamplePaddingMode.Border => 1,
                GridSamplePaddingMode.Reflection => 2,
                _ => 0,
            };

            private static T[] Repeated<T>(T[] values, int count) => values.Length == 1 ? Enumerable.Repeat(values[0], count).ToArray() : values;

            private static long[] Scaled(Tensor x, double[] factors) => factors.Select((factor, i) => (long)(x.size(i + 2) * factor)).ToArray();
        }
    }
}
