using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Suggests columns to blocks that name none, or none that fit.</summary>
internal static class ColumnSuggestion
{
    private static readonly MessageTemplate MakeIt = new("fix-make-it", "Make it “{kind}”", "改为“{kind}”");

    private static readonly MessageTemplate UseShownMore = new("fix-use-shown-more", "Use {shown}{more}", "使用 {shown}{more}");

    /// <summary>
    /// Columns for a block that names none. By custom the last column of a table is what is to be predicted: a target gets it, and inputs
    /// get all others that fit.
    /// </summary>
    public static Fix? For(BlockInstance block, DataSetSchema set, string parameter)
    {
        if (set.Columns.IsEmpty)
        {
            return null;
        }

        if (block.Kind is not DataInputKind kind)
        {
            return Choose(block, parameter, [set.Columns[^1].Name]);
        }

        var fitting = set.Columns.Where(c => kind.Fits(c) && c != set.Columns[^1]).ToImmutableArray();
        fitting = fitting.IsEmpty && kind.Fits(set.Columns[^1]) ? [set.Columns[^1]] : fitting;
        return fitting.IsEmpty ? null : Choose(block, parameter, [.. fitting.Select(c => c.Name).Take(kind.MostColumns)]);
    }

    /// <summary>Turns an input block into the kind that fits its column, and keeps the columns.</summary>
    public static Fix? ChangeKind(BlockInstance block, ImmutableArray<ColumnSchema> columns)
    {
        if (BlockCatalog.Kinds.OfType<DataInputKind>().FirstOrDefault(k => columns.All(k.Fits)) is not { } kind)
        {
            return null;
        }

        var names = columns.Select(c => c.Name).Take(kind.MostColumns).ToArray();
        ParameterValue value = kind.MostColumns == 1 ? names[0] : ParameterValue.Of(names);
        return new(
            MakeIt.With(("kind", kind.TitleMessage)),
            new Batch([new ChangeKind(block.Block.Id, kind.Id), new SetParameter(block.Block.Id, kind.ColumnsParameter, value)]));
    }

    /// <summary>Sets the columns of a block; the button names them unless <paramref name="title"/> says something else.</summary>
    public static Fix Choose(BlockInstance block, string parameter, ImmutableArray<string> names, Message? title = null)
    {
        ParameterValue value = block.Kind.GetParameter(parameter).Type == ParameterType.Column ? names[0] : ParameterValue.Of(names.AsSpan());
        var (shown, more) = (string.Join(", ", names.Take(3)), names.Length > 3 ? " …" : "");
        return CommonProblems.Set(block, parameter, value, title ?? UseShownMore.With(("shown", shown), ("more", more)));
    }
}
