using System.Globalization;
using Builder.Graph.Messages;

namespace Builder.Graph.Shapes;

/// <summary>One dimension of a tensor: a known size, or a symbol such as N (samples in a batch) or T (steps), or an expression of one.</summary>
public readonly record struct Dim
{
    private readonly string? _symbol;
    private readonly long _number;

    private Dim(long number, string? symbol)
    {
        _number = number;
        _symbol = symbol;
    }

    /// <summary>The number of samples in a batch.</summary>
    public static Dim Batch { get; } = Symbol("N");

    /// <summary>True where the size is a number.</summary>
    public bool IsKnown => _symbol is null;

    /// <summary>The size where it is known; 0 for a symbol.</summary>
    public long Size => IsKnown ? _number : 0;

    /// <summary>A dimension of a known size.</summary>
    public static Dim Of(long size) => new(size, null);

    /// <summary>A dimension whose size is not known before training.</summary>
    public static Dim Symbol(string name) => new(0, name);

    /// <summary>A known size.</summary>
    public static implicit operator Dim(long size) => Of(size);

    /// <summary>Sum. Known parts are added up, so that T - 2 + 2 is T again.</summary>
    public static Dim operator +(Dim left, Dim right) => (left.IsKnown, right.IsKnown) switch
    {
        (true, true) => Saturated((Int128)left.Size + right.Size),
        (false, true) => new(Saturated((Int128)left._number + right._number), left._symbol),
        (true, false) => right + left,
        _ => Symbol($"{left}+{right}"),
    };

    /// <summary>The size less a number; a symbolic size keeps its symbol.</summary>
    public static Dim operator -(Dim left, long right) => left + (-right);

    /// <summary>Product; one that no whole number of 64 bits can hold stays at the largest there is.</summary>
    public static Dim operator *(Dim left, Dim right) => (left.IsKnown, right.IsKnown) switch
    {
        (true, true) => Saturated((Int128)left.Size * right.Size),
        (true, false) when left.Size == 1 => right,
        (false, true) when right.Size == 1 => left,
        _ => Symbol($"{left.Factor}·{right.Factor}"),
    };

    /// <summary>Quotient, rounded down.</summary>
    public static Dim operator /(Dim left, long right) =>
        left.IsKnown ? FloorDivide(left.Size, right) : right == 1 ? left : Symbol($"⌊{left.Factor}/{right}⌋");

    /// <summary>As it stands in messages: a number where it is known, otherwise the symbol.</summary>
    public static implicit operator MessageArgument(Dim dim) => dim.IsKnown ? dim._number : dim.ToString();

    /// <inheritdoc/>
    public override string ToString() => _symbol is null
        ? _number.ToString(CultureInfo.InvariantCulture)
        : _number == 0 ? _symbol : string.Create(CultureInfo.InvariantCulture, $"{_symbol}{_number:+0;-0}");

    private string Factor => !IsKnown && (_number != 0 || _symbol!.Contains('+') && !_symbol.StartsWith('⌊')) ? $"({this})" : ToString();

    private static long FloorDivide(long left, long right) => left / right - (left % right < 0 ? 1 : 0);

    private static long Saturated(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
}
