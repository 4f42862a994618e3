using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>
/// What holds where values are given new sizes, one of which may be −1 for "whatever is left": Reshape and Unflatten. Symbolic sizes
/// survive in the place of the −1.
/// </summary>
public static class SizeRule
{
    private static readonly MessageTemplate SizesUnclear = new(
        "SizesUnclear",
        "[{sizes}] is not a list of sizes: it needs at least one, none may be 0, and only one may be -1.",
        "[{sizes}] 不是有效的大小列表：至少要有一项，不能为 0，且最多只能有一个 -1。");

    private static readonly MessageTemplate SizesMismatch = new(
        "SizesMismatch",
        "{count} values cannot be laid out as {sizes} (the input is {shape}).",
        "{count} 个数值无法排成 {sizes}（输入为 {shape}）。");

    private static readonly MessageTemplate LayThemOutAsOneList = new(
        "fix-lay-them-out-as-one-list",
        "Lay them out as one list",
        "排成一个列表");

    /// <summary>What is wrong with the list itself; null where it has positive sizes and at most one −1.</summary>
    public static Problem? CheckList(BlockInstance block, string parameter)
    {
        var sizes = block.Ints(parameter);
        return sizes.Length > 0 && !sizes.Contains(0) && sizes.Count(s => s == -1) <= 1 ? null : CommonProblems.Mismatch(
            block,
            SizesUnclear.With(("sizes", string.Join(", ", sizes))),
            JoinFix(block, parameter));
    }

    /// <summary>
    /// The sizes with the −1 filled in, for values that had the dimensions <paramref name="before"/>; a problem where they do not come
    /// out even.
    /// </summary>
    public static (ImmutableArray<Dim> Sizes, Problem? Problem) Resolve(BlockInstance block, string parameter, IReadOnlyList<Dim> before)
    {
        var sizes = block.Ints(parameter);
        var known = Product(before.Where(d => d.IsKnown)).Size;
        var symbolic = before.Where(d => !d.IsKnown).ToArray();
        var wanted = Product(sizes.Where(s => s != -1).Select(Dim.Of)).Size;
        if (symbolic.Length > 0 && (!sizes.Contains(-1) || known % wanted != 0))
        {
            return ([], CommonProblems.UnknownSize(block, Product(before)));
        }

        return known % wanted == 0 && (sizes.Contains(-1) || known == wanted)
            ? ([.. sizes.Select(s => s == -1 ? Product([.. symbolic, known / wanted]) : s)], null)
            : ([], Uneven(block, parameter, known, sizes));
    }

    private static Problem Uneven(BlockInstance block, string parameter, long count, ImmutableArray<long> sizes) =>
        CommonProblems.Mismatch(
            block,
            SizesMismatch.With(("count", count), ("sizes", string.Join("×", sizes)), ("shape", block.Input.Shape)),
            JoinFix(block, parameter));

    private static Fix JoinFix(BlockInstance block, string parameter) => CommonProblems.Set(
        block, parameter, ParameterValue.Of(-1L), LayThemOutAsOneList.With());

    private static Dim Product(IEnumerable<Dim> dims) => dims.Aggregate(Dim.Of(1), (product, dim) => product * dim);
}
