using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_conv1d = new("conv1d");
            private static readonly Operator s_conv2d = new("conv2d");
            private static readonly Operator s_convTranspose1d = new("conv_transpose1d");
            private static readonly Operator s_convTranspose2d = new("conv_transpose2d", "input");

            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                s_conv1d.Call(input, weight, bias, One(stride ?? 1), One(padding ?? 0), One(dilation ?? 1), groups);

            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                s_conv2d.Call(input, weight, bias, Two(strides, 1), Two(padding, 0), Two(dilation, 1), groups);

            public static Tensor conv_transpose1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? output_padding = null,
                long? dilation = null,
                long groups = 1) =>
                s_convTranspose1d.Call(
                    input, weight, bias, One(stride ?? 1), One(padding ?? 0), One(output_padding ?? 0), groups, One(dilation ?? 1));

            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                s_convTranspose2d.Call(
                    input, weight, bias, Two(strides, 1), Two(padding, 0), Two(output_padding, 0), groups, Two(dilation, 1));

            private static Arg One(long value) => Arg.Integers([value]);

            /// <summary>A value for height and one for width; one number stands for both.</summary>
            private static Arg Two(long[]? values, long otherwise) => values switch
            {
                null => Arg.Integers([otherwise, otherwise]),
                [var both] => Arg.Integers([both, both]),
                _ => values,
            };
        }
    }
}
