using System.Globalization;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog;

/// <summary>Writes the line of PyTorch that a block stands for.</summary>
public static class PyTorchLine
{
    /// <summary>
    /// "nn.NAME(positional, name=value)". Named arguments whose value is null are left out: pass null where the value is PyTorch's default.
    /// </summary>
    public static string Of(string name, IEnumerable<object?> positional, params ReadOnlySpan<(string Name, object? Value)> named) =>
        Call($"nn.{name}", positional, named);

    /// <summary>"FUNCTION(positional, name=value)"; a <see cref="Verbatim"/> argument is written as it stands.</summary>
    public static string Call(string function, IEnumerable<object?> positional, params ReadOnlySpan<(string Name, object? Value)> named)
    {
        var arguments = positional.Select(Literal).ToList();
        foreach (var (key, value) in named)
        {
            if (value is not null)
            {
                arguments.Add($"{key}={Literal(value)}");
            }
        }

        return $"{function}({string.Join(", ", arguments)})";
    }

    /// <summary>Those of the named parameters that the kind has and whose values differ from the defaults.</summary>
    public static IEnumerable<(string Name, object? Value)> Changed(BlockInstance block, params IEnumerable<string> names) => names
        .Where(name => block.Kind.FindParameter(name) is { } parameter && block.Value(name) is { } value && value != parameter.Default)
        .Select(name => (name, (object?)block.Value(name)));

    /// <summary>A list of numbers as a float tensor; null, and so left out, where the parameter is empty.</summary>
    public static Verbatim? Tensor(BlockInstance block, string parameter) =>
        block.Reals(parameter).IsEmpty ? null : new($"torch.tensor({Literal(block.Value(parameter))}, dtype=torch.float)");

    /// <summary>An argument that is code, such as the name of a variable.</summary>
    /// <param name="Code">The code.</param>
    public sealed record Verbatim(string Code);

    /// <summary>All parameters that differ from their defaults as named arguments: for kinds whose parameters are PyTorch's own.</summary>
    public static string OfParameters(BlockInstance block, string? name = null, params IEnumerable<object?> positional)
    {
        var named = block.Kind.Parameters
            .Where(p => block.Value(p.Name) is { } value && value != p.Default)
            .Select(p => (p.Name, (object?)block.Value(p.Name)));
        return Of(name ?? block.Kind.Id, positional, [.. named]);
    }

    /// <summary>A value as Python writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "None",
        Verbatim verbatim => verbatim.Code,
        bool flag => flag ? "True" : "False",
        ParameterValue.Flag flag => flag.Value ? "True" : "False",
        ParameterValue.Integer whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        ParameterValue.Number real => real.Value.ToString("R", CultureInfo.InvariantCulture),
        ParameterValue.Text text => $"'{text.Value}'",
        ParameterValue.List list => $"({string.Join(", ", list.Items.Select(Literal))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
