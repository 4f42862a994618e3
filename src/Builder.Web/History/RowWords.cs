using Builder.Graph;
using Builder.Graph.Documents;

namespace Builder.Web.History;

/// <summary>Words for changes of single rows of the data.</summary>
internal static class RowWords
{
    public static Localized Of(ChangeRows rows) => (rows.LeaveOut.Count, rows.TakeBack.Count, rows.Cells) switch
    {
        (1, 0, []) => new($"Left out row {rows.LeaveOut}", $"排除了第 {rows.LeaveOut} 行"),
        ( > 1, 0, []) => new($"Left out {rows.LeaveOut.Count:N0} rows", $"排除了 {rows.LeaveOut.Count:N0} 行"),
        (0, 1, []) => new($"Used row {rows.TakeBack} again", $"重新使用了第 {rows.TakeBack} 行"),
        (0, > 1, []) => new($"Used {rows.TakeBack.Count:N0} rows again", $"重新使用了 {rows.TakeBack.Count:N0} 行"),
        (0, 0, [{ Value: null } cell]) => new($"Took back the correction of “{cell.Column}” in row {cell.Row}", $"撤回了第 {cell.Row} 行“{cell.Column}”的更正"),
        (0, 0, [var cell]) => new($"Corrected “{cell.Column}” in row {cell.Row}", $"更正了第 {cell.Row} 行的“{cell.Column}”"),
        (0, 0, { Length: > 1 } cells) when cells.All(c => c.Value is null) => new($"Took back {cells.Length:N0} corrections", $"撤回了 {cells.Length:N0} 处更正"),
        (0, 0, { Length: > 1 } cells) => new($"Corrected {cells.Length:N0} cells", $"更正了 {cells.Length:N0} 个单元格"),
        var (left, back, cells) => Several(left + back + cells.Select(c => c.Row).Distinct().Count()),
    };

    private static Localized Several(long rows) => new($"Changed {rows:N0} rows", $"修改了 {rows:N0} 行");
}
