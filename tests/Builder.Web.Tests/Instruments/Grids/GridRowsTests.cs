using Builder.Graph;
using Builder.Web.Instruments.Grids;

namespace Builder.Web.Tests.Instruments.Grids;

public class GridRowsTests
{
    private static readonly (string? Name, double Size, string Kind)[] Rows = [("b", 2, "x"), (null, double.NaN, "y"), ("A", 3, "x"), ("c", 2, "y")];

    private static readonly GridColumn<(string? Name, double Size, string Kind)>[] Columns =
    [
        new("name", Localized.Same("Name"), GridKind.Text, _ => _ => { }) { TextOf = r => r.Name },
        new("size", Localized.Same("Size"), GridKind.Number, _ => _ => { }) { NumberOf = r => r.Size, TextOf = r => $"{r.Size} cm" },
        new("kind", Localized.Same("Kind"), GridKind.Choice, _ => _ => { }) { TextOf = r => r.Kind + "!", ValueOf = r => r.Kind },
    ];

    [Theory]
    [InlineData("name", false, "A b c -")]
    [InlineData("name", true, "c b A -")]
    [InlineData("size", false, "b c A -")]
    [InlineData("size", true, "A b c -")]
    public void Rows_are_sorted_with_gaps_last_and_equals_as_they_were(string column, bool descending, string names) =>
        Assert.Equal(names, Names(new GridView { Sort = new(column, descending) }));

    [Fact]
    public void Filters_and_search_leave_what_fits_all()
    {
        Assert.Equal("b A", Names(GridView.Plain.With("kind", "x")));
        Assert.Equal("A", Names(GridView.Plain.With("kind", "x").With("size", "> 2")));
        Assert.Equal("A", Names(new GridView { Search = "3 CM" }));
        Assert.Equal("b - A c", Names(GridView.Plain.With("gone", "1").With("size", "not a number")));
    }

    private static string Names(GridView view) => string.Join(' ', GridRows.Of(Rows, Columns, view).Select(r => r.Name ?? "-"));
}
