using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Edits;

public class RowEditsTests
{
    private static readonly ProjectDocument Document = With(null);

    [Fact]
    public void Rows_are_left_out_and_cells_corrected_in_one_step_that_can_be_undone()
    {
        var result = DocumentEditor.Apply(Document, new ChangeRows("t", "f", RowNumbers.Of(4, 2), RowNumbers.None, [new(9, "b", "x"), new(9, "a", "")]));

        var changes = result.Document!.Data["t"].Changes!;
        Assert.Equal(RowNumbers.Of(2, 4), changes.LeftOut);
        Assert.Equal([("a", ""), ("b", "x")], changes.Corrections.Select(c => (c.Column, c.Value)));
        Assert.Equal(ProjectJson.Write(Document), ProjectJson.Write(DocumentEditor.Apply(result.Document, result.Inverse!).Document!));
    }

    [Fact]
    public void The_inverse_brings_back_only_what_was_changed()
    {
        var first = DocumentEditor.Apply(Document, new ChangeRows("t", "f", RowNumbers.Of(1, 2), RowNumbers.None, [new(5, "a", "1")])).Document!;
        var second = DocumentEditor.Apply(first, new ChangeRows("t", "f", RowNumbers.Of(2, 3), RowNumbers.Of(1), [new(5, "a", "2"), new(5, "a", null)]));

        Assert.Equal(RowNumbers.Of(2, 3), second.Document!.Data["t"].Changes!.LeftOut);
        Assert.Empty(second.Document.Data["t"].Changes!.Corrections);
        Assert.IsType<ChangeRows>(second.Inverse);
        Assert.Equal(ProjectJson.Write(first), ProjectJson.Write(DocumentEditor.Apply(second.Document, second.Inverse).Document!));
    }

    [Fact]
    public void Corrections_that_were_written_by_hand_in_another_order_come_back_as_they_were()
    {
        var byHand = With(new RowChanges { Corrections = [Cell(9, "1"), Cell(3, "2")] });

        var result = DocumentEditor.Apply(byHand, new ChangeRows("t", null, RowNumbers.Of(1), RowNumbers.None, []));

        Assert.Equal(ProjectJson.Write(byHand), ProjectJson.Write(DocumentEditor.Apply(result.Document!, result.Inverse!).Document!));
    }

    [Fact]
    public void Row_numbers_of_another_file_are_refused()
    {
        var changed = With(new RowChanges { Of = "old", LeftOut = RowNumbers.Of(1) });
        Assert.Equal("OtherFile", DocumentEditor.Apply(changed, new ChangeRows("t", "new", RowNumbers.Of(2), RowNumbers.None, [])).Problem?.Code);
    }

    [Fact]
    public void There_is_an_end_to_what_a_project_keeps()
    {
        var scattered = RowNumbers.Of(Enumerable.Range(1, DocumentLimits.RowRanges + 1).Select(n => 2 * n));
        Assert.Equal("TooManyRowChanges", DocumentEditor.Apply(Document, new ChangeRows("t", "f", scattered, RowNumbers.None, [])).Problem?.Code);
        CellChange[] cells = [.. Enumerable.Range(1, DocumentLimits.CorrectedCells + 1).Select(n => new CellChange(n, "a", "1"))];
        Assert.Equal("TooManyRowChanges", DocumentEditor.Apply(Document, new ChangeRows("t", "f", RowNumbers.None, RowNumbers.None, [.. cells])).Problem?.Code);
        Assert.Equal("TextTooLong", DocumentEditor.Apply(
            Document, new ChangeRows("t", "f", RowNumbers.None, RowNumbers.None, [new(1, "a", new string('x', DocumentLimits.CellLength + 1))])).Problem?.Code);
    }

    [Fact]
    public void A_data_set_without_changes_is_written_as_before() =>
        Assert.DoesNotContain("changes", System.Text.Encoding.UTF8.GetString(ProjectJson.Write(Document)), StringComparison.Ordinal);

    private static CellCorrection Cell(int row, string value) => new() { Row = row, Column = "a", Value = value };

    private static ProjectDocument With(RowChanges? changes) => ProjectDocument.Create("p") with
    {
        Data = ProjectDocument.Create("p").Data.Add("t", new DataSet { Id = "t", Source = new TableSource { Path = "t.csv" }, Changes = changes }),
    };
}
