using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>C# operators. A number on the left of / multiplies the reciprocal, as PyTorch does.</content>
    public partial class Tensor
    {
        private static readonly Operator s_rsub = new("rsub", "Scalar");

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        public static Tensor operator +(Tensor left, int right) => s_addScalar.Call(left, right);

        public static Tensor operator +(Tensor left, long right) => s_addScalar.Call(left, right);

        public static Tensor operator +(Tensor left, float right) => s_addScalar.Call(left, (double)right);

        public static Tensor operator +(Tensor left, double right) => s_addScalar.Call(left, right);

        public static Tensor operator +(Scalar left, Tensor right) => s_addScalar.Call(right, left);

        public static Tensor operator +(int left, Tensor right) => s_addScalar.Call(right, left);

        public static Tensor operator +(long left, Tensor right) => s_addScalar.Call(right, left);

        public static Tensor operator +(float left, Tensor right) => s_addScalar.Call(right, (double)left);

        public static Tensor operator +(double left, Tensor right) => s_addScalar.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        public static Tensor operator -(Tensor left, int right) => s_subScalar.Call(left, right);

        public static Tensor operator -(Tensor left, long right) => s_subScalar.Call(left, right);

        public static Tensor operator -(Tensor left, float right) => s_subScalar.Call(left, (double)right);

        public static Tensor operator -(Tensor left, double right) => s_subScalar.Call(left, right);

        public static Tensor operator -(Scalar left, Tensor right) => s_rsub.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => s_rsub.Call(right, left);

        public static Tensor operator -(long left, Tensor right) => s_rsub.Call(right, left);

        public static Tensor operator -(float left, Tensor right) => s_rsub.Call(right, (double)left);

        public static Tensor operator -(double left, Tensor right) => s_rsub.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        public static Tensor operator *(Tensor left, int right) => s_mulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, long right) => s_mulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => s_mulScalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => s_mulScalar.Call(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => s_mulScalar.Call(right, left);

        public static Tensor operator *(int left, Tensor right) => s_mulScalar.Call(right, left);

        public static Tensor operator *(long left, Tensor right) => s_mulScalar.Call(right, left);

        public static Tensor operator *(float left, Tensor right) => s_mulScalar.Call(right, (double)left);

        public static Tensor operator *(double left, Tensor right) => s_mulScalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        public static Tensor operator /(Tensor left, int right) => s_divScalar.Call(left, right, Arg.None);

        public static Tensor operator /(Tensor left, long right) => s_divScalar.Call(left, right, Arg.None);

        public static Tensor operator /(Tensor left, float right) => s_divScalar.Call(left, (double)right, Arg.None);

        public static Tensor operator /(Tensor left, double right) => s_divScalar.Call(left, right, Arg.None);

        public static Tensor operator /(Scalar left, Tensor right) => Over(right, left);

        public static Tensor operator /(int left, Tensor right) => Over(right, left);

        public static Tensor operator /(long left, Tensor right) => Over(right, left);

        public static Tensor operator /(float left, Tensor right) => Over(right, (double)left);

        public static Tensor operator /(double left, Tensor right) => Over(right, left);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        private static Tensor Over(Tensor denominator, Arg numerator)
        {
            using var inverse = s_reciprocal.Call(denominator);
            return s_mulScalar.Call(inverse, numerator);
        }
    }
}
