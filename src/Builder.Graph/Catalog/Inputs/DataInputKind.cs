using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A block that brings columns of a data set onto the canvas.</summary>
public abstract class DataInputKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Inputs;

    /// <inheritdoc/>
    public sealed override Role Role => Role.Input;

    /// <inheritdoc/>
    public sealed override string Source => "https://pytorch.org/docs/stable/data.html";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Port> Inputs => [];

    /// <summary>How many columns one block can take.</summary>
    public virtual int MostColumns => int.MaxValue;

    /// <summary>Name of the parameter that names the columns.</summary>
    public string ColumnsParameter => MostColumns == 1 ? "column" : "columns";

    /// <inheritdoc/>
    public sealed override ImmutableArray<Parameter> Parameters => [DataBinding.DataParameter, ColumnsOf(MostColumns)];

    /// <summary>What the columns must be, in the plural.</summary>
    protected abstract Localized Wanted { get; }

    /// <summary>True where the column can be brought in by a block of this kind.</summary>
    public abstract bool Fits(ColumnSchema column);

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var binding = DataBinding.Of(block, ColumnsParameter);
        if (binding.Problem is { } problem)
        {
            return problem;
        }

        var misfits = binding.Columns.Where(c => !Fits(c)).ToImmutableArray();
        if (!misfits.IsEmpty)
        {
            return CommonProblems.Mismatch(block, "WrongColumnType", new(
                $"“{misfits[0].Name}” cannot be used here: this block takes {Wanted.En}.",
                $"不能使用“{misfits[0].Name}”：这个模块需要{Wanted.Zh}。"), ColumnSuggestion.ChangeKind(block, binding.Columns));
        }

        return Bind(block, binding.Columns);
    }

    /// <summary>The type that the columns make together.</summary>
    protected abstract ShapeResult Bind(BlockInstance block, ImmutableArray<ColumnSchema> columns);

    private static Parameter ColumnsOf(int most) => most == 1
        ? new("column", ParameterType.Column, null, new("Column", "列"), new(
            "The column that the network reads.", "网络要读取的列。"))
        : new("columns", ParameterType.Columns, null, new("Columns", "列"), new(
            "The columns that the network reads, in this order.", "网络要读取的各列，按此顺序排列。"));
}
