using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Owns the tensors that are created on its thread while it is the innermost scope, and frees them when it is disposed.
/// A tensor is in at most one scope.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    private Tensor[] _tensors = new Tensor[16];
    private int _count;

    internal DisposeScope()
    {
        OuterScope = s_current;
        s_current = this;
    }

    internal DisposeScope? OuterScope { get; private set; }

    internal static DisposeScope? Current => s_current;

    public void Dispose()
    {
        while (_count > 0)
        {
            _tensors[_count - 1].Dispose();
        }

        LeaveStack();
    }

    internal void Add(Tensor tensor)
    {
        if (_count == _tensors.Length)
        {
            Array.Resize(ref _tensors, 2 * _count);
        }

        tensor.SlotInScope = _count;
        tensor.OwningDisposeScope = this;
        _tensors[_count++] = tensor;
    }

    internal void Remove(Tensor tensor)
    {
        var last = _tensors[--_count];
        _tensors[tensor.SlotInScope] = last;
        last.SlotInScope = tensor.SlotInScope;
        _tensors[_count] = null!;
        tensor.OwningDisposeScope = null;
    }

    private void LeaveStack()
    {
        if (ReferenceEquals(s_current, this))
        {
            s_current = OuterScope;
            return;
        }

        // Disposed out of order: the scopes inside this one now have this one's surroundings.
        for (var scope = s_current; scope is not null; scope = scope.OuterScope)
        {
            if (ReferenceEquals(scope.OuterScope, this))
            {
                scope.OuterScope = OuterScope;
                return;
            }
        }
    }
}
