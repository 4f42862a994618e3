using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Element by element, on two tensors or a tensor and a number.</content>
    public partial class Tensor
    {
        private static readonly Operator s_addTensor = new("add", "Tensor");
        private static readonly Operator s_addScalar = new("add", "Scalar");
        private static readonly Operator s_addInPlaceTensor = new("add_", "Tensor");
        private static readonly Operator s_addInPlaceScalar = new("add_", "Scalar");
        private static readonly Operator s_subTensor = new("sub", "Tensor");
        private static readonly Operator s_subScalar = new("sub", "Scalar");
        private static readonly Operator s_mulTensor = new("mul", "Tensor");
        private static readonly Operator s_mulScalar = new("mul", "Scalar");
        private static readonly Operator s_mulInPlaceTensor = new("mul_", "Tensor");
        private static readonly Operator s_mulInPlaceScalar = new("mul_", "Scalar");
        private static readonly Operator s_divTensor = new("div", "Tensor_mode");
        private static readonly Operator s_divScalar = new("div", "Scalar_mode");
        private static readonly Operator s_divInPlaceTensor = new("div_", "Tensor_mode");
        private static readonly Operator s_divInPlaceScalar = new("div_", "Scalar_mode");
        private static readonly Operator s_maximum = new("maximum");
        private static readonly Operator s_addcmulInPlace = new("addcmul_");
        private static readonly Operator s_addcdivInPlace = new("addcdiv_");
        private static readonly Operator s_clamp = new("clamp");

        public Tensor add(Tensor target) => s_addTensor.Call(this, target);

        public Tensor add(Scalar scalar) => s_addScalar.Call(this, scalar);

        public Tensor add_(Scalar scalar) => InPlace(s_addInPlaceScalar, scalar);

        /// <summary>`this + alpha * target`.</summary>
        public Tensor add(Tensor target, Scalar alpha) => s_addTensor.Call(this, target, alpha);

        public Tensor add_(Tensor target, Scalar alpha)
        {
            s_addInPlaceTensor.Run(this, target, alpha);
            return this;
        }

        public Tensor sub(Tensor target) => s_subTensor.Call(this, target);

        public Tensor sub(Scalar target) => s_subScalar.Call(this, target);

        public Tensor mul(Tensor target) => s_mulTensor.Call(this, target);

        public Tensor mul(Scalar target) => s_mulScalar.Call(this, target);

        public Tensor mul_(Tensor target) => InPlace(s_mulInPlaceTensor, target);

        public Tensor mul_(Scalar target) => InPlace(s_mulInPlaceScalar, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => s_divTensor.Call(this, target, Rounding(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => s_divScalar.Call(this, target, Rounding(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            s_divInPlaceTensor.Run(this, target, Rounding(rounding_mode));
            return this;
        }

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            s_divInPlaceScalar.Run(this, target, Rounding(rounding_mode));
            return this;
        }

        public Tensor maximum(Tensor other) => s_maximum.Call(this, other);

        /// <summary>Adds `value * tensor1 * tensor2`.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            s_addcmulInPlace.Run(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>Adds `value * tensor1 / tensor2`.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            s_addcdivInPlace.Run(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => s_clamp.Call(this, min, max);

        private static Arg Rounding(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => Arg.Text("trunc"u8),
            RoundingMode.floor => Arg.Text("floor"u8),
            _ => Arg.None,
        };
    }
}
