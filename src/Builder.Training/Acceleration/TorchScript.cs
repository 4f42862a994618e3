using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>
/// A function in TorchScript (https://docs.pytorch.org/docs/stable/jit_language_reference.html), through which every ATen operator can be called,
/// also those that TorchSharp does not offer, and many of them in one call. Its text is a constant of the program and never comes from a
/// document. It is read and compiled at its first call.
/// </summary>
/// <param name="source">The text; its function is called <c>run</c>.</param>
public sealed class TorchScript(string source)
{
    private const string Function = "run";

    private readonly Lazy<jit.CompilationUnit> _unit = new(() => jit.compile(source + "\n"));

    /// <summary>Reads it, where that has not been done yet. Its operators are looked up at the first call, and one that does not exist ends the process.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">It is no TorchScript.</exception>
    public void Compile() => _ = _unit.Value;

    /// <summary>Calls a function without result.</summary>
    /// <param name="arguments">Tensors, arrays of tensors (List[Tensor]), long, double or bool, in the order of the function's.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">An operator fails.</exception>
    public void Run(params object[] arguments) => Invoke(arguments);

    /// <summary>Calls a function that gives a tensor, which belongs to the caller's dispose scope.</summary>
    /// <inheritdoc cref="Run"/>
    public Tensor Tensor(params object[] arguments) => (Tensor)Invoke(arguments);

    /// <summary>Calls a function that gives a list of tensors, which belong to the caller's dispose scope.</summary>
    /// <inheritdoc cref="Run"/>
    public Tensor[] Tensors(params object[] arguments) => (Tensor[])Invoke(arguments);

    // TorchSharp 0.107 makes a Scalar of each number and lets go of it before libtorch has read it: collected at that moment, it is freed memory.
    // These here live until the call has returned.
    private object Invoke(object[] arguments)
    {
        var held = Array.ConvertAll(arguments, argument => argument switch
        {
            double number => number.ToScalar(),
            long number => number.ToScalar(),
            bool flag => flag.ToScalar(),
            _ => argument,
        });
        try
        {
            return _unit.Value.invoke(Function, held);
        }
        finally
        {
            foreach (var scalar in held.OfType<Scalar>())
            {
                scalar.Dispose();
            }

            GC.KeepAlive(held);
        }
    }
}
