using Builder.Datasets.Splits;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Splits;

public class SplitTests
{
    private static readonly Gen<(double Validation, double Test)> s_shares =
        from validation in Gen.Choose(0, 45)
        from test in Gen.Choose(0, 45)
        select (validation / 100.0, test / 100.0);

    [Fact]
    public void A_random_split_gives_each_part_its_share_to_within_one_row()
    {
        var cases = from rows in Gen.Choose(3, 3000) from shares in s_shares from seed in Gen.Choose(0, 1000) select (rows, shares, seed);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var parts = RandomParts.Assign(input.rows, input.shares.Validation, input.shares.Test, input.seed);
            return Within(parts, Part.Validation, input.shares.Validation, 1) && Within(parts, Part.Test, input.shares.Test, 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_random_split_is_the_same_for_the_same_seed_and_another_for_another()
    {
        Assert.Equal(RandomParts.Assign(500, 0.2, 0.2, 1), RandomParts.Assign(500, 0.2, 0.2, 1));
        Assert.NotEqual(RandomParts.Assign(500, 0.2, 0.2, 1), RandomParts.Assign(500, 0.2, 0.2, 2));
    }

    [Fact]
    public void The_split_of_twelve_rows_with_seed_one_never_changes() => Assert.Equal(
        [
            Part.Train, Part.Train, Part.Test, Part.Train, Part.Validation, Part.Train,
            Part.Train, Part.Test, Part.Train, Part.Train, Part.Train, Part.Validation,
        ],
        RandomParts.Assign(12, 0.2, 0.2, 1));

    [Fact]
    public void A_stratified_split_keeps_each_class_share_to_within_one_row_and_trains_on_every_class()
    {
        var cases = from classes in Gen.Choose(1, 12)
                    from rows in Gen.Choose(0, classes - 1).NonEmptyListOf()
                    from shares in s_shares
                    from seed in Gen.Choose(0, 1000)
                    select (classes, rows: rows.ToArray(), shares, seed);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var parts = StratifiedParts.Assign(input.rows, input.classes, input.shares.Validation, input.shares.Test, input.seed);
            return Enumerable.Range(0, input.classes).Where(c => input.rows.Contains(c)).All(c =>
            {
                var own = parts.Where((_, row) => input.rows[row] == c).ToArray();
                return own.Contains(Part.Train)
                    && Within(own, Part.Validation, input.shares.Validation, 1)
                    && Within(own, Part.Test, input.shares.Test, 1);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_stratified_split_of_many_small_classes_still_holds_back_the_asked_share()
    {
        var classes = Enumerable.Range(0, 300).Select(row => row / 3).ToArray();

        var parts = StratifiedParts.Assign(classes, 100, 0.1, 0.1, 1);

        Assert.Equal(30, parts.Count(part => part == Part.Test));
        Assert.Equal(30, parts.Count(part => part == Part.Validation));
    }

    [Fact]
    public void A_group_split_keeps_every_group_whole_and_leaves_no_part_empty()
    {
        var cases = from groups in Gen.Choose(3, 30)
                    from rows in Gen.Choose(0, groups - 1).ListOf(200)
                    from seed in Gen.Choose(0, 1000)
                    select (rows: rows.Concat(Enumerable.Range(0, groups)).ToArray(), groups, seed);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var parts = GroupParts.Assign(input.rows, input.groups, 0.2, 0.2, input.seed);
            return parts.Zip(input.rows).GroupBy(pair => pair.Second).All(group => group.Select(pair => pair.First).Distinct().Count() == 1)
                && parts.Distinct().Count() == 3;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_group_split_of_many_groups_comes_near_the_shares()
    {
        var groups = Enumerable.Range(0, 5000).Select(row => row % 200).ToArray();

        var parts = GroupParts.Assign(groups, 200, 0.2, 0.1, 5);

        Assert.InRange(parts.Count(part => part == Part.Validation), 950, 1050);
        Assert.InRange(parts.Count(part => part == Part.Test), 450, 550);
    }

    [Fact]
    public void A_split_in_time_never_trains_on_what_comes_later()
    {
        var cases = from moments in Gen.Choose(0, 60).NonEmptyListOf()
                    from shares in s_shares
                    select (moments: moments.Select(m => (double)m).ToArray(), shares);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var parts = TimeParts.Assign(input.moments, input.shares.Validation, input.shares.Test);
            var byMoment = input.moments.Zip(parts).OrderBy(pair => pair.First).ThenBy(pair => pair.Second).ToArray();
            return byMoment.Zip(byMoment.Skip(1)).All(two =>
                two.First.Second <= two.Second.Second && (two.First.First != two.Second.First || two.First.Second == two.Second.Second));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_split_in_time_gives_different_moments_their_exact_shares()
    {
        double[] moments = [.. Enumerable.Range(0, 100).Select(m => (double)(m * 37 % 100))];

        var parts = TimeParts.Assign(moments, 0.2, 0.1);

        Assert.All(moments.Zip(parts), pair => Assert.Equal(
            pair.First < 70 ? Part.Train : pair.First < 90 ? Part.Validation : Part.Test,
            pair.Second));
    }

    [Fact]
    public void A_split_in_time_can_start_its_parts_at_given_moments()
    {
        double[] moments = [1, 2, 3, 4, 5, 6];

        Assert.Equal(
            [Part.Train, Part.Train, Part.Validation, Part.Validation, Part.Test, Part.Test],
            TimeParts.Assign(moments, 0.2, 0.2, validationFrom: 2.5, testFrom: 5));
    }

    [Fact]
    public void Blocks_of_a_series_never_reach_over_the_end_of_a_group_and_hold_at_least_two_windows()
    {
        int[] ends = [100, 130, 400];

        var blocks = BlockParts.Blocks(ends, 5);

        Assert.NotEqual(blocks[99], blocks[100]);
        Assert.NotEqual(blocks[129], blocks[130]);
        Assert.All(blocks.Take(100).GroupBy(b => b).SkipLast(1), block => Assert.True(block.Count() >= 10));
        Assert.Equal(blocks.Order(), blocks);
    }

    [Fact]
    public void The_rarest_class_stands_for_a_block()
    {
        int[] blocks = [0, 0, 0, 1, 1, 2];
        int[] classes = [0, 1, 0, 0, 0, 1];

        Assert.Equal([1, 0, 1], BlockParts.RarestClasses(blocks, classes, 2));
    }

    private static bool Within(Part[] parts, Part part, double share, double rows) =>
        Math.Abs(parts.Count(p => p == part) - parts.Length * share) <= rows;
}
