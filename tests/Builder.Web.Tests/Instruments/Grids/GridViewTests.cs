using Builder.Web.Instruments.Grids;

namespace Builder.Web.Tests.Instruments.Grids;

public class GridViewTests
{
    [Fact]
    public void Everything_that_a_person_chose_comes_back_from_the_address()
    {
        var view = new GridView
        {
            Sort = new("price & tax", Descending: true), Search = "a=b|c~ 中文", Group = "state", Only = "gaps", Shown = ["a|b", "価格", "x y"],
        }.With("is.it", "> 5").With("b", "1..9");

        Assert.Equal(view, GridView.Parse(view.ToString()));
        Assert.Equal(view.Shown, GridView.Parse(view.ToString()).Shown);
        Assert.Equal("", GridView.Plain.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sort=x&unknown=1&=&&")]
    [InlineData("sort=")]
    public void An_address_that_somebody_typed_does_no_harm(string? text) => Assert.False(GridView.Parse(text).IsFiltered);

    [Fact]
    public void Pressing_a_head_sorts_up_then_down_then_not_at_all()
    {
        var up = GridView.Plain.Pressed("a");
        Assert.Equal(new GridSort("a", false), up.Sort);
        Assert.Equal(new GridSort("a", true), up.Pressed("a").Sort);
        Assert.Null(up.Pressed("a").Pressed("a").Sort);
        Assert.Equal(new GridSort("b", false), up.Pressed("b").Sort);
    }

    [Fact]
    public void Showing_everything_keeps_order_and_columns()
    {
        var view = new GridView { Sort = new("a", false), Shown = ["a"], Search = "x", Only = "gaps" }.With("a", "1");
        Assert.True(view.IsFiltered);
        Assert.Equal(new GridView { Sort = new("a", false), Shown = ["a"] }, view.Unfiltered());
        Assert.False(view.With("a", " ").Filters.ContainsKey("a"));
    }
}
