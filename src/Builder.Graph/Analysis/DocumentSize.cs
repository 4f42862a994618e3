using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Keeps documents small enough to be read again from a file. Each text and list has its own limit; this is about all of them together.
/// Measuring takes a moment, so it is only done after edits that bring something large: small things cannot reach the limits within the
/// number of blocks that a document may have.
/// </summary>
internal static class DocumentSize
{
    private static readonly MessageTemplate DocumentTooLarge = new(
        "DocumentTooLarge",
        "The project file would become too large. Shorten notes and lists; data belongs into files of its own.",
        "项目文件会变得过大。请缩短备注和列表；数据应放在单独的文件里。");

    private const int LargeText = 100;
    private const int LargeList = 10;

    /// <summary>True where an edit, or one in a batch, brings a long text, a long list or a data set.</summary>
    public static bool MayGrow(Edit edit) => edit switch
    {
        Batch batch => batch.Edits.Any(MayGrow),
        AddBlock add => IsLarge(add.Block.Note) || add.Block.Parameters.Values.Any(IsLarge),
        InsertBefore insert => insert.Parameters.Values.Any(IsLarge),
        SetParameter { Value: { } value } => IsLarge(value),
        SetBlockNote note => IsLarge(note.Note),
        SetNote { Note: { } note } => IsLarge(note.Text),
        DescribeProject describe => IsLarge(describe.Description),
        SetDataSet { DataSet: not null } or ChangeRows => true,
        _ => false,
    };

    /// <summary>What is too much in a document; null where all is well.</summary>
    public static Problem? Check(ProjectDocument document)
    {
        var parameters = document.Blocks.Values.SelectMany(b => b.Parameters.Values).ToList();
        var text = Length(document.Description) + document.Blocks.Values.Sum(b => Length(b.Label) + Length(b.Note))
            + document.Notes.Values.Sum(n => Length(n.Text)) + parameters.Sum(Characters);
        return text > DocumentLimits.AllText || parameters.Sum(Values) > DocumentLimits.AllListValues ? TooLarge
            : document.Data.Count > 0 && DataJson.Write([.. document.Data.Values]).Length > DocumentLimits.AllData ? TooLarge
            : null;
    }

    private static Problem TooLarge { get; } = new(null, DocumentTooLarge.With());

    private static bool IsLarge(string? text) => Length(text) > LargeText;

    private static bool IsLarge(ParameterValue value) => Characters(value) > LargeText || Values(value) > LargeList;

    private static long Length(string? text) => text?.Length ?? 0;

    private static long Characters(ParameterValue value) => value switch
    {
        ParameterValue.Text text => text.Value.Length,
        ParameterValue.List list => list.Items.Sum(Characters),
        _ => 0,
    };

    private static long Values(ParameterValue value) => value is ParameterValue.List list ? list.Items.Length : 0;
}
