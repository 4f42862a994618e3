using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public sealed partial class BadDataTests
{
    private static readonly double s_nothing = double.NaN;

    public static TheoryData<string> Faults => [.. s_faults.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_in_both_languages_with_its_place(string name)
    {
        var (prepare, code, place) = s_faults[name];

        var problem = Assert.Throws<DataException>(prepare);

        Assert.Equal(code, problem.Code);
        Assert.Contains(place, problem.Words.En, StringComparison.Ordinal);
        Assert.Matches(Chinese(), problem.Words.Zh);
        Assert.DoesNotMatch(Chinese(), problem.Words.En);
        Assert.Contains(place.Split("row ")[^1].Trim('"'), problem.Words.Zh, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, (Action Prepare, string Code, string Place)> s_faults = new()
    {
        ["missing number"] = (Of(Tables.Numbers("x", 1, s_nothing, 3), Tables.Number("x")), "data-missing-value", "table.csv, row 2"),
        ["missing category"] = (Of(Tables.Texts("x", "a", "b", null), Tables.Category("x")), "data-missing-value", "table.csv, row 3"),
        ["missing date"] = (Of(Tables.Texts("x", "2024-01-01", null), Tables.Date("x")), "data-missing-value", "table.csv, row 2"),
        ["all numbers missing"] = (Of(Tables.Numbers("x", s_nothing, s_nothing), Tables.Number("x", new Impute())), "data-column-empty", "\"x\""),
        ["all categories missing"] = (Of(Tables.Texts("x", null, null), Tables.Category("x")), "data-column-empty", "\"x\""),
        ["all texts missing"] = (Of(Tables.Texts("x", null, null), Tables.Text("x")), "data-column-empty", "\"x\""),
        ["all dates missing"] = (Of(Tables.Texts("x", null, null), Tables.Date("x")), "data-column-empty", "\"x\""),
        ["text among numbers"] = (Of(Tables.Texts("x", "1", "two"), Tables.Number("x")), "data-not-a-number", "table.csv, row 2"),
        ["no date"] = (Of(Tables.Texts("x", "2024-01-01", "2024-02-30"), Tables.Date("x")), "data-not-a-date", "table.csv, row 2"),
        ["number too large"] = (Of(Tables.Numbers("x", 1, 1e300), Tables.Number("x")), "data-number-too-large", "table.csv, row 2"),
        ["number too large to be standardised"] = (Of(Tables.Numbers("x", 1, 2, 1e300), Tables.Number("x", new Standardize())), "data-number-too-large", "table.csv, row 3"),
        ["logarithm of zero"] = (Of(Tables.Numbers("x", 1, 0), Tables.Number("x", new Log())), "data-log-of-nothing", "table.csv, row 2"),
        ["empty range"] = (Of(Tables.Numbers("x", 1, 2), Tables.Number("x", new MinMax { Low = 1 })), "data-empty-range", "\"x\""),
        ["mean of names"] = (Of(Tables.Texts("x", "a", null), Tables.Category("x", new Impute { Strategy = ImputeStrategy.Mean })), "data-strategy-needs-numbers", "\"x\""),
        ["constant without value"] = (Of(Tables.Numbers("x", 1), Tables.Number("x", new Impute { Strategy = ImputeStrategy.Constant })), "data-constant-lacks-value", "\"value\""),
        ["constant without name"] = (Of(Tables.Texts("x", "a"), Tables.Category("x", new Impute { Strategy = ImputeStrategy.Constant })), "data-constant-lacks-value", "\"category\""),
        ["standardised names"] = (Of(Tables.Texts("x", "a"), Tables.Category("x", new Standardize())), "data-needs-numbers", "\"x\""),
        ["date part of a number"] = (Of(Tables.Numbers("x", 1), Tables.Number("x", new DatePart { Part = DatePartKind.Month })), "data-needs-dates", "\"x\""),
        ["circle of years"] = (Of(Tables.Texts("x", "2024-01-01"), Tables.Date("x", new DatePart { Part = DatePartKind.Year, As = DatePartForm.SineCosine })), "data-years-do-not-repeat", "\"x\""),
        ["step after the last"] = (Of(Tables.Texts("x", "a"), Tables.Category("x", new OneHot(), new Standardize())), "data-step-after-end", "\"x\""),
        ["tokens of numbers"] = (Of(Tables.Numbers("x", 1), Tables.Number("x", new Tokenize())), "data-needs-text", "\"x\""),
        ["text of no length"] = (Of(Tables.Texts("x", "a"), Tables.Text("x", new Tokenize { Length = 0 })), "data-bad-text-length", "\"x\""),
        ["no picture"] = (Of(Tables.Texts("x", "a"), Tables.Picture("x")), "data-needs-pictures", "\"x\""),
        ["resized names"] = (Of(Tables.Texts("x", "a"), Tables.Category("x", new Resize { Height = 1, Width = 1 })), "data-needs-pictures", "\"x\""),
        ["too large for memory"] = (Of(Many(60_000), Tables.Category("x", new OneHot())), "data-too-large", "60000"),
        ["more classes than anyone has"] = (Of(Many(100_001), Tables.Category("x")), "data-too-many-classes", "100001"),
        ["no columns"] = (Of(Tables.Numbers("x", 1)), "data-no-columns", "\"data\""),
        ["one name twice"] = (Of(Tables.Numbers("x", 1), Tables.Number("x"), Tables.Number("x")), "data-same-column-twice", "\"x\""),
        ["no such column"] = (Of(Tables.Numbers("x", 1), Tables.Number("y")), "data-no-such-column", "\"y\""),
        ["no rows"] = (Of(Tables.Numbers("x"), Tables.Number("x")), "data-no-rows", "table.csv"),
        ["nothing left to train"] = (Split(new RandomSplit { Validation = 0.5, Test = 0.5 }), "data-bad-shares", "50"),
        ["a share below zero"] = (Split(new TimeSplit { Validation = -0.1 }), "data-bad-shares", "-10"),
        ["everything is test"] = (Split(new TimeSplit { By = "n", TestFrom = "0" }), "data-nothing-to-train", "table.csv"),
        ["stratified by one class"] = (Split(new StratifiedSplit { By = "same" }), "data-one-class", "\"same\""),
        ["too few groups"] = (Split(new GroupSplit { By = "two" }), "data-too-few-groups", "\"two\""),
        ["no part of that name"] = (Split(new GivenSplit { By = "same" }), "data-unknown-part", "table.csv, row 1"),
        ["ordered by names"] = (Split(new TimeSplit { By = "same" }), "data-no-order", "table.csv, row 1"),
        ["ordered by nothing"] = (Split(new TimeSplit { By = "gap" }), "data-no-order", "table.csv, row 2"),
        ["grouped by nothing"] = (Split(new GroupSplit { By = "gap" }), "data-no-order", "table.csv, row 2"),
        ["a border of another kind"] = (Split(new TimeSplit { By = "n", TestFrom = "soon" }), "data-bad-border", "\"n\""),
        ["a border without column"] = (Split(new TimeSplit { TestFrom = "3" }), "data-bad-border", "\"data\""),
        ["windows of no length"] = (Windowed(new Windows { Length = 0 }), "data-bad-window", "length = 0"),
        ["windows without stride"] = (Windowed(new Windows { Length = 1, Stride = 0 }), "data-bad-window", "stride = 0"),
        ["windows longer than the series"] = (Windowed(new Windows { Length = 9 }), "data-no-window", "10"),
    };

    [Fact]
    public void The_row_that_is_named_is_that_of_the_file_also_after_ordering_and_selection()
    {
        using var folder = new TemporaryFolder();
        folder.Write("table.csv", "kind,when,x\nb,1,5\na,3,1\na,2,\na,1,4\n");
        var description = Tables.Data(new TimeSplit { Validation = 0, Test = 0 }, Tables.Number("x")) with
        {
            Rows = new RowSelection { Where = [new RowCondition { Column = "kind", In = ["a"] }] },
            Windows = new Windows { Length = 1, OrderBy = "when" },
        };

        var problem = Assert.Throws<DataException>(() => DataPreparation.Prepare(description, folder.Path, TestContext.Current.CancellationToken));

        Assert.Contains("row 3,", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_transforms_that_are_damaged_or_newer_are_refused()
    {
        var fitted = Tables.Prepare(Tables.Of(Tables.Numbers("x", 1, 2)), Tables.Number("x", new Standardize())).Fitted;
        var text = System.Text.Encoding.UTF8.GetString(fitted.ToJson());

        Assert.Equal("data-fitted-unreadable", Refused(text[..^5]));
        Assert.Equal("data-fitted-unreadable", Refused("null"));
        Assert.Equal("data-fitted-unreadable", Refused(text.Replace("\"std\"", "\"dts\"", StringComparison.Ordinal)));
        Assert.Equal("data-fitted-unreadable", Refused(text.Replace("\"kind\": \"standardize\"", "\"kind\": \"magic\"", StringComparison.Ordinal)));
        Assert.Equal("data-fitted-newer", Refused(text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)));
    }

    private static string Refused(string json) =>
        Assert.Throws<DataException>(() => FittedTransforms.FromJson(System.Text.Encoding.UTF8.GetBytes(json), "data.json")).Code;

    private static Action Of(RawColumn column, params DataColumn[] columns) => () => Tables.Prepare(Tables.Of(column), columns);

    private static Action Split(Split split) => () => Tables.Prepare(
        Tables.Of(
            Tables.Numbers("n", 1, 2, 3, 4),
            Tables.Texts("same", "s", "s", "s", "s"),
            Tables.Texts("two", "a", "b", "a", "b"),
            Tables.Texts("gap", "1", null, "3", "4")),
        Tables.Data(split, Tables.Number("n")));

    private static Action Windowed(Windows windows) => () => Tables.Prepare(
        Tables.Of(Tables.Numbers("x", 1, 2, 3, 4)),
        Tables.Data(
            new TimeSplit { Validation = 0, Test = 0 },
            Tables.Number("x"),
            Tables.Number("x") with { Name = "y", From = "x", Window = WindowRole.Target }) with { Windows = windows });

    private static TextColumn Many(int rows) => Tables.Texts("x", [.. Enumerable.Range(0, rows).Select(row => $"name {row}")]);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
