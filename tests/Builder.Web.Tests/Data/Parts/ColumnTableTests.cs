using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Data.Parts;
using Builder.Web.Shell;
using Bunit;

namespace Builder.Web.Tests.Data.Parts;

/// <summary>A table of 500 columns is searched, ordered, and changed in one step, and shows a page of them at a time.</summary>
public sealed class ColumnTableTests : BunitContext
{
    private static readonly string s_folder = Directory.CreateTempSubdirectory("columns").FullName;

    private readonly UiState _ui = new();
    private readonly List<ColumnChange> _changes = [];
    private readonly SourceInspection _wide = Inspect(500);

    public ColumnTableTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Five_hundred_columns_are_shown_a_page_at_a_time()
    {
        var table = Table(_wide);
        Assert.Equal(60, table.FindAll("tr[data-column]").Count);
        Assert.Contains("1–60 of 500 columns", table.Markup, StringComparison.Ordinal);
        for (var page = 1; page < 9; page++)
        {
            table.Find("[data-testid=columns-next]").Click();
        }

        Assert.Equal("c499", table.FindAll("tr[data-column]")[^1].GetAttribute("data-column"));
        Assert.True(table.Find("[data-testid=columns-next]").HasAttribute("disabled"));
    }

    [Fact]
    public void A_column_is_found_by_a_part_of_its_name_from_any_page()
    {
        var table = Table(_wide);
        table.Find("[data-testid=columns-next]").Click();
        table.Find("[data-testid=search-columns]").Input("C49");
        Assert.Equal(["c49", .. Enumerable.Range(490, 10).Select(i => $"c{i}")], Names(table));
        table.Find("[data-testid=search-columns]").Input("nobody");
        table.Find(".empty button").Click();
        Assert.Equal(60, Names(table).Count);
    }

    [Fact]
    public void Many_columns_are_left_out_together_in_one_step()
    {
        var table = Table(_wide);
        table.Find("[data-testid=search-columns]").Input("c1");
        table.Find("[data-testid=choose-shown-columns]").Change(true);
        table.Find("[data-testid=leave-out-columns]").Click();
        var change = Assert.Single(_changes);
        var plan = change.In(Inputs(_wide));
        Assert.Equal(Enumerable.Range(0, 500).Count(i => $"c{i}".Contains("c1", StringComparison.Ordinal)), change.Columns.Count);
        Assert.All(plan.Columns, c => Assert.Equal(c.Name.StartsWith("c1", StringComparison.Ordinal), c.Use == ColumnUse.Ignored));
        Assert.Empty(table.FindAll("[data-testid=chosen-columns]"));
    }

    [Fact]
    public void The_target_stays_the_target_when_it_is_among_the_chosen()
    {
        var plan = Inputs(_wide);
        plan = plan.With(plan.Columns[3] with { Use = ColumnUse.Target });
        var table = Table(_wide, plan);
        table.Find("[data-testid=choose-shown-columns]").Change(true);
        table.Find("[data-testid=leave-out-columns]").Click();
        Assert.DoesNotContain(plan.Target!.Name, Assert.Single(_changes).Columns);
    }

    [Fact]
    public void Almost_constant_and_skewed_columns_are_named_and_can_be_seen_alone()
    {
        var inspection = Inspect(9, "same,nearly,long,even", i => $"x,{(i == 0 ? "b" : "a")},{Invariant(Math.Pow(10, i % 100 / 20.0))},{i % 7}");
        var table = Table(inspection);
        Assert.Equal(
            ["always the same", "almost constant", "skewed"],
            new[] { "same", "nearly", "long" }.Select(name => table.Find($"tr[data-column={name}] .trait").TextContent));
        Assert.Empty(table.FindAll("tr[data-column=even] .trait"));
        table.Find("[data-testid=filter-columns]").Change(nameof(ColumnFilter.Constant));
        Assert.Equal(["same", "nearly"], Names(table));
        table.Find("[data-testid=filter-columns]").Change(nameof(ColumnFilter.All));
        table.Find("[data-testid=order-columns]").Change(nameof(ColumnOrder.Remarkable));
        Assert.Equal(["same", "nearly", "long"], Names(table).Take(3));
    }

    [Fact]
    public void A_table_of_few_columns_needs_no_tools()
    {
        var table = Table(Inspect(5));
        Assert.Empty(table.FindAll("[data-testid=column-tools], .choose"));
        Assert.Equal(5, Names(table).Count);
    }

    private static string Invariant(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static List<string?> Names(IRenderedComponent<ColumnTable> table) => [.. table.FindAll("tr[data-column]").Select(row => row.GetAttribute("data-column"))];

    private IRenderedComponent<ColumnTable> Table(SourceInspection inspection, DataPlan? plan = null) => Render<ColumnTable>(p => p
        .AddCascadingValue(_ui)
        .Add(t => t.Inspection, inspection)
        .Add(t => t.Plan, plan ?? Inputs(inspection))
        .Add(t => t.OnChange, change => _changes.Add(change)));

    // Whatever the guess: every column is read, and none is predicted.
    private static DataPlan Inputs(SourceInspection inspection) => Read(DataPlan.Guess(inspection, "d"));

    private static DataPlan Read(DataPlan guess) => guess with { Columns = [.. guess.Columns.Select(c => c with { Use = ColumnUse.Input })] };

    private static SourceInspection Inspect(int columns, string? names = null, Func<int, string>? cells = null)
    {
        var file = Guid.NewGuid().ToString("N") + ".csv";
        var head = string.Join(',', Enumerable.Range(0, columns).Select(i => $"c{i}"));
        var lines = Enumerable.Range(0, 300).Select(row =>
            string.Join(',', Enumerable.Range(0, columns).Select(i => Invariant(((row * 31) + (i * 7)) % 100 / 10.0))) + (cells is null ? "" : "," + cells(row)));
        File.WriteAllLines(Path.Combine(s_folder, file), [head + (names is null ? "" : "," + names), .. lines]);
        return SourceInspection.Of(new TableSource { Path = file }, s_folder, Xunit.TestContext.Current.CancellationToken);
    }
}
