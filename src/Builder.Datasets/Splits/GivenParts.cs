using System.Collections.Frozen;
using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;

namespace Builder.Datasets.Splits;

/// <summary>The data say themselves what each row is for.</summary>
internal static class GivenParts
{
    private static readonly FrozenDictionary<string, Part> s_names = new Dictionary<string, Part>
    {
        ["train"] = Part.Train,
        ["training"] = Part.Train,
        ["训练"] = Part.Train,
        ["validation"] = Part.Validation,
        ["valid"] = Part.Validation,
        ["val"] = Part.Validation,
        ["dev"] = Part.Validation,
        ["验证"] = Part.Validation,
        ["test"] = Part.Test,
        ["testing"] = Part.Test,
        ["测试"] = Part.Test,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the part of each row from a column.</summary>
    /// <exception cref="DataException">A value names no part.</exception>
    public static Part[] Read(RawTable table, string column)
    {
        var texts = RawValues.Texts(table, column);
        var parts = new Part[texts.Rows];
        for (var row = 0; row < parts.Length; row++)
        {
            var name = texts.Codes[row] == TextValues.Missing ? null : texts.Entries[texts.Codes[row]];
            parts[row] = name is not null && s_names.TryGetValue(name.Trim(), out var part)
                ? part
                : throw PreparationErrors.UnknownPart(table.Name, column, table.RowNumber(row), name);
        }
        return parts;
    }
}
