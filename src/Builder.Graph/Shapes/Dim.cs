using System.Globalization;

namespace Builder.Graph.Shapes;

/// <summary>One dimension of a tensor: a known size, or a symbol such as N (samples in a batch) or T (steps), or an expression of one.</summary>
public readonly record struct Dim
{
    private readonly string? _symbol;

    private Dim(long size, string? symbol)
    {
        Size = size;
        _symbol = symbol;
    }

    /// <summary>The number of samples in a batch.</summary>
    public static Dim Batch { get; } = Symbol("N");

    /// <summary>True where the size is a number.</summary>
    public bool IsKnown => _symbol is null;

    /// <summary>The size where it is known; 0 for a symbol.</summary>
    public long Size { get; }

    /// <summary>A dimension of a known size.</summary>
    public static Dim Of(long size) => new(size, null);

    /// <summary>A dimension whose size is not known before training.</summary>
    public static Dim Symbol(string name) => new(0, name);

    /// <summary>A known size.</summary>
    public static implicit operator Dim(long size) => Of(size);

    /// <summary>Sum.</summary>
    public static Dim operator +(Dim left, Dim right) => (left.IsKnown, right.IsKnown) switch
    {
        (true, true) => left.Size + right.Size,
        (true, false) when left.Size == 0 => right,
        (false, true) when right.Size == 0 => left,
        (false, true) when right.Size < 0 => Symbol($"{left.Inner}-{-right.Size}"),
        _ => Symbol($"{left.Inner}+{right.Inner}"),
    };

    /// <summary>Difference.</summary>
    public static Dim operator -(Dim left, long right) => left + (-right);

    /// <summary>Product.</summary>
    public static Dim operator *(Dim left, Dim right) => (left.IsKnown, right.IsKnown) switch
    {
        (true, true) => left.Size * right.Size,
        (true, false) when left.Size == 1 => right,
        (false, true) when right.Size == 1 => left,
        _ => Symbol($"{left.Factor}·{right.Factor}"),
    };

    /// <summary>Quotient, rounded down.</summary>
    public static Dim operator /(Dim left, long right) =>
        left.IsKnown ? (long)Math.Floor((double)left.Size / right) : right == 1 ? left : Symbol($"⌊{left.Inner}/{right}⌋");

    /// <inheritdoc/>
    public override string ToString() => _symbol ?? Size.ToString(CultureInfo.InvariantCulture);

    private string Inner => ToString();

    private string Factor => _symbol is { } text && text.AsSpan().IndexOfAny('+', '-') >= 0 && text[0] != '⌊' ? $"({text})" : ToString();
}
