using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            private const double Tiny = 1e-6;

            /// <summary>Shrinks all gradients together so that their common norm is at most `max_norm`; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                var gradients = tensors.Select(tensor => tensor.grad).OfType<Tensor>().ToArray();
                if (gradients.Length == 0)
                {
                    return 0;
                }

                var total = stack(gradients.Select(gradient => gradient.norm((float)norm_type))).norm((float)norm_type);
                var factor = (max_norm / (total + Tiny)).clamp(max: 1.0);
                foreach (var gradient in gradients)
                {
                    gradient.mul_(factor);
                }

                return total.ToDouble();
            }

            /// <summary>Limits every element of every gradient to ±`clip_value`.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var noGrad = no_grad();
                foreach (var gradient in tensors.Select(tensor => tensor.grad).OfType<Tensor>())
                {
                    gradient.clamp_(-clip_value, clip_value);
                }
            }
        }
    }
}
