using System.Globalization;
using System.Text.Json;
using Builder.Graph.Documents;

namespace Builder.Graph.Json;

/// <summary>Reads parameter values. 64 is a whole number, 64.0 a real one.</summary>
internal static class ParameterReader
{
    /// <summary>A number, text, flag, or list of them.</summary>
    public static ParameterValue Read(JsonSource source, JsonItem node) => node.Kind switch
    {
        JsonValueKind.Array => ReadList(source, node),
        _ => ReadSingle(source, node),
    };

    private static ParameterValue.List ReadList(JsonSource source, JsonItem node)
    {
        if (node.Items.Count > DocumentLimits.ListLength)
        {
            throw source.Fail("ListTooLong", node, new(
                $"The list has {node.Items.Count} values; at most {DocumentLimits.ListLength} fit.",
                $"列表有 {node.Items.Count} 个值，最多 {DocumentLimits.ListLength} 个。"));
        }

        return new([.. node.Items.Select(i => ReadSingle(source, i))]);
    }

    private static ParameterValue ReadSingle(JsonSource source, JsonItem node) => node.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when node.Text.Length <= DocumentLimits.TextLength => node.Text,
        JsonValueKind.String => throw source.Fail("TextTooLong", node, TextRules.TooLong(DocumentLimits.TextLength)),
        JsonValueKind.Number => ReadNumber(source, node),
        _ => throw source.Fail("WrongType", node, new(
            "A parameter is a number, a text, true or false, or a plain list of these. Leave it out for its usual value.",
            "参数应为数值、文本、true 或 false，或由它们组成的普通列表。要使用默认值，请省略该参数。")),
    };

    private static ParameterValue ReadNumber(JsonSource source, JsonItem node)
    {
        if (node.Text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw TooLarge(source, node);
        }

        return double.Parse(node.Text, CultureInfo.InvariantCulture) is var real && double.IsFinite(real) ? real : throw TooLarge(source, node);
    }

    private static ProjectFileException TooLarge(JsonSource source, JsonItem node)
    {
        var shown = node.Text.Length > 40 ? node.Text[..40] + "…" : node.Text;
        return source.Fail("NumberTooLarge", node, new($"{shown} is larger than any number that can be used.", $"{shown} 超出了可用数值的范围。"));
    }
}
