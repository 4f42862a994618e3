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
            throw source.Fail(node, ProjectFileMessages.ListTooLong.With(("count", node.Items.Count), ("listLength", DocumentLimits.ListLength)));
        }

        return new([.. node.Items.Select(i => ReadSingle(source, i))]);
    }

    private static ParameterValue ReadSingle(JsonSource source, JsonItem node) => node.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when node.Text.Length <= DocumentLimits.TextLength => node.Text,
        JsonValueKind.String => throw source.Fail(node, TextRules.TooLong(DocumentLimits.TextLength)),
        JsonValueKind.Number => ReadNumber(source, node),
        _ => throw source.Fail(node, ProjectFileMessages.NoParameterValue.With()),
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
        return source.Fail(node, ProjectFileMessages.NumberTooLarge.With(("shown", shown)));
    }
}
