using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>C# operators.</content>
    public partial class Tensor
    {
        private static readonly Operator s_rsub = new("rsub", "Scalar");

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, double right) => s_addScalar.Call(left, right);

        public static Tensor operator +(int left, Tensor right) => s_addScalar.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, int right) => s_subScalar.Call(left, right);

        public static Tensor operator -(double left, Tensor right) => s_rsub.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, int right) => s_mulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, double right) => s_mulScalar.Call(left, right);

        public static Tensor operator /(Tensor left, long right) => s_divScalar.Call(left, right, Arg.None);
    }
}
