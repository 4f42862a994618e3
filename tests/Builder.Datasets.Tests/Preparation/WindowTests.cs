using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Preparation;

public class WindowTests
{
    [Fact]
    public void A_window_reads_its_rows_and_its_target_lies_a_horizon_behind_them()
    {
        var data = Tables.Prepare(Series(10), Description(new TimeSplit { Validation = 0, Test = 0 }, length: 3, horizon: 2));

        var input = data.Columns["x"];
        var target = data.Columns["later"];
        Assert.Equal([0, 1, 2, 3, 4, 5], data.Train);
        Assert.Equal((3, 0), (input.WindowLength, input.WindowOffset));
        Assert.Equal((null, 4), (target.WindowLength, target.WindowOffset));
        Assert.Equal([3], data.Schema.Find("x")!.SampleShape);
        Assert.Empty(data.Schema.Find("later")!.SampleShape);
        Assert.Equal(4, data.Floats("later")[data.Train[0] + target.WindowOffset]);
    }

    [Fact]
    public void A_target_in_time_lies_in_its_own_part_while_its_window_may_look_back()
    {
        var data = Tables.Prepare(Series(20), Description(new TimeSplit { Validation = 0.25, Test = 0.25 }, length: 4, horizon: 1));

        Assert.Equal(Range(0, 6), data.Train);
        Assert.Equal(Range(6, 5), data.Validation);
        Assert.Equal(Range(11, 5), data.Test);
    }

    [Fact]
    public void Rows_are_put_in_order_before_windows_are_cut_and_keep_their_place_in_the_file()
    {
        double[] shuffled = [3, 0, 2, 4, 1];
        var table = Tables.Of(Tables.Numbers("moment", shuffled), Tables.Numbers("x", shuffled));
        var description = Description(new TimeSplit { Validation = 0, Test = 0 }, length: 2, horizon: 1);
        description = description with { Windows = description.Windows! with { OrderBy = "moment" } };

        var data = Tables.Prepare(table, description);

        Assert.Equal([0, 1, 2, 3, 4], data.Floats("x"));
        Assert.Equal([1, 4, 2, 0, 3], Enumerable.Range(0, 5).Select(row => data.SourceRow(row)));
    }

    [Fact]
    public void Windows_without_an_order_of_their_own_take_that_of_the_split_in_time()
    {
        double[] shuffled = [3, 0, 2, 4, 1, 5, 7, 6];
        var table = Tables.Of(Tables.Numbers("moment", shuffled), Tables.Numbers("x", shuffled));
        var split = new TimeSplit { By = "moment", Validation = 0, TestFrom = "6" };

        var data = Tables.Prepare(table, Description(split, length: 2, horizon: 1));

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], data.Floats("x"));
        Assert.Equal([0, 1, 2, 3], data.Train);
        Assert.Equal([4, 5], data.Test);
    }

    [Fact]
    public void Windows_in_another_order_than_the_split_never_look_at_rows_of_another_part()
    {
        double[] places = [0, 1, 2, 3, 4, 5, 6, 7];
        double[] moments = [0, 1, 7, 2, 3, 4, 5, 6];
        var table = Tables.Of(Tables.Numbers("place", places), Tables.Numbers("moment", moments), Tables.Numbers("x", places));
        var description = Description(new TimeSplit { By = "moment", Validation = 0, TestFrom = "7" }, length: 2, horizon: 1);
        description = description with { Windows = description.Windows! with { OrderBy = "place" } };

        var data = Tables.Prepare(table, description);

        Assert.Equal([3, 4, 5], data.Train);
        Assert.Empty(data.Test);
    }

    [Fact]
    public void No_window_straddles_a_group_and_no_row_is_seen_by_two_parts()
    {
        var cases =
            from length in Gen.Choose(1, 6)
            from horizon in Gen.Choose(0, 4)
            from stride in Gen.Choose(1, 4)
            from groups in Gen.Choose(3, 8)
            from codes in Gen.Choose(0, groups - 1).ArrayOf(300)
            from byGroup in Gen.Elements(true, false)
            from seed in Gen.Choose(0, 99)
            select (length, horizon, stride, codes, byGroup, seed);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            Split split = input.byGroup ? new GroupSplit { By = "group", Seed = input.seed } : new RandomSplit { Seed = input.seed };
            var description = Description(split, input.length, input.horizon);
            description = description with { Windows = description.Windows! with { Stride = input.stride, GroupBy = "group" } };
            var table = Tables.Of(
                Tables.Texts("group", [.. input.codes.Select(code => $"{code}")]),
                Tables.Numbers("x", [.. input.codes.Select((_, row) => (double)row)]));

            var data = Tables.Prepare(table, description);

            var seen = new[] { data.Train, data.Validation, data.Test }.Select(part => part.SelectMany(start => Touched(start, input)).ToHashSet()).ToArray();
            Assert.All(data.Train.Concat(data.Validation).Concat(data.Test), start =>
                Assert.Single(Touched(start, input).Select(row => input.codes[data.SourceRow(row)]).Distinct()));
            Assert.Empty(seen[0].Intersect(seen[1]));
            Assert.Empty(seen[0].Intersect(seen[2]));
            Assert.Empty(seen[1].Intersect(seen[2]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_window_of_training_or_of_new_rows_reaches_across_a_hole()
    {
        var cases =
            from length in Gen.Choose(1, 5)
            from horizon in Gen.Choose(0, 3)
            from steps in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Choose(2, 9))).ArrayOf(120)
            from longest in Gen.Choose(1, 9)
            select (length, horizon, steps, longest);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var moments = input.steps.Select((_, row) => (double)input.steps.Take(row + 1).Sum()).ToArray();
            var description = Description(new TimeSplit { Validation = 0.2, Test = 0.2 }, input.length, input.horizon);
            description = description with { Windows = description.Windows! with { OrderBy = "moment", LongestStep = input.longest } };
            var table = Tables.Of(Tables.Numbers("moment", moments), Tables.Numbers("x", moments));

            var data = Tables.Prepare(table, description);
            var later = DataPreparation.Apply(description, data.Fitted, table, ["x"], TestContext.Current.CancellationToken);

            Assert.All(data.Train.Concat(data.Validation).Concat(data.Test), start => Assert.InRange(Longest(start, Math.Max(input.length, input.length + input.horizon)), 0, input.longest));
            Assert.All(later.Test, start => Assert.InRange(Longest(start, input.length), 0, input.longest));
            Assert.Equal(Enumerable.Range(0, 121 - input.length).Where(start => Longest(start, input.length) <= input.longest).Select(start => (long)start), later.Test);

            double Longest(long start, int rows) =>
                Enumerable.Range((int)start + 1, rows - 1).Select(row => moments[row] - moments[row - 1]).DefaultIfEmpty(0).Max();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_window_is_marked_where_any_of_its_rows_is()
    {
        var cases =
            from length in Gen.Choose(1, 9)
            from marks in Gen.Choose(0, 3).ArrayOf(40)
            select (length, marks);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var table = Tables.Of(Tables.Numbers("mark", [.. input.marks.Select(mark => (double)mark)]));
            var data = Tables.Prepare(table, Tables.Data(
                new TimeSplit { Validation = 0, Test = 0 },
                Tables.Number("mark") with { Window = WindowRole.Label }) with { Windows = new Windows { Length = input.length } });

            Assert.Equal(40 - input.length + 1, data.Train.Length);
            Assert.All(data.Train, start =>
                Assert.Equal(input.marks.Skip((int)start).Take(input.length).Max(), data.Floats("mark")[start]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rare_events_of_a_series_are_spread_over_all_parts()
    {
        var marks = Enumerable.Range(0, 3000).Select(row => row % 250 is 100 or 101 ? "1" : "0").ToArray();
        var table = Tables.Of(Tables.Numbers("x", [.. Enumerable.Range(0, 3000).Select(row => (double)row)]), Tables.Texts("mark", marks));

        var data = Tables.Prepare(table, Tables.Data(
            new StratifiedSplit { By = "mark" },
            Tables.Number("x"),
            Tables.Category("mark") with { Window = WindowRole.Label }) with { Windows = new Windows { Length = 8 } });

        var labels = data.Longs("mark");
        Assert.All(new[] { data.Train, data.Validation, data.Test }, part => Assert.Contains(part, start => labels[start] == 1));
    }

    [Fact]
    public void The_newest_rows_are_always_predicted()
    {
        var description = Description(new TimeSplit { Validation = 0, Test = 0 }, length: 3, horizon: 2);
        description = description with { Windows = description.Windows! with { Stride = 4 } };
        var fitted = Tables.Prepare(Series(30), description).Fitted;

        var data = DataPreparation.Apply(description, fitted, Series(13), ["x"], TestContext.Current.CancellationToken);

        Assert.Equal([2, 6, 10], data.Test);
        Assert.Equal(["x"], data.Columns.Keys);
    }

    private static IEnumerable<long> Touched(
        long start, (int Length, int Horizon, int Stride, int[] Codes, bool ByGroup, int Seed) input) =>
        Range(start, input.Length).Append(start + input.Length - 1 + input.Horizon);

    private static IEnumerable<long> Range(long start, int count) => Enumerable.Range(0, count).Select(i => start + i);

    private static RawTable Series(int rows) => Tables.Of(Tables.Numbers("x", [.. Enumerable.Range(0, rows).Select(row => (double)row)]));

    private static DataSet Description(Split split, int length, int horizon) => Tables.Data(
        split,
        Tables.Number("x"),
        Tables.Number("x") with { Name = "later", From = "x", Window = WindowRole.Target }) with
    {
        Windows = new Windows { Length = length, Horizon = horizon },
    };
}
