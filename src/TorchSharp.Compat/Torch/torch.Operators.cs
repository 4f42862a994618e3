using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator s_cat = new("cat");
    private static readonly Operator s_stack = new("stack");
    private static readonly Operator s_where = new("where", "self");
    private static readonly Operator s_einsum = new("einsum");

    public static Tensor cat(Tensor[] tensors, long dim = 0) => s_cat.Call(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => s_cat.Call(tensors, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => s_stack.Call(tensors.ToArray(), dim);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => s_where.Call(condition, x, y);

    public static Tensor einsum(string equation, params Tensor[] tensors) => s_einsum.Call(Arg.Text(equation), tensors);

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);
}
