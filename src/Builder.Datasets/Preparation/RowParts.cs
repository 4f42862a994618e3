using Builder.Datasets.Columns;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Gives each row of an ordered table its part, as the document's split says.</summary>
internal static class RowParts
{
    /// <summary>The part of each row.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">The rows, already in their order.</param>
    /// <param name="groupEnds">Where each series ends.</param>
    /// <param name="span">Rows that one sample touches; 1 where there are no windows.</param>
    public static Part[] Assign(DataSet dataSet, RawTable table, int[] groupEnds, int span)
    {
        CheckShares(dataSet);
        return dataSet.Split is DrawnSplit && span == 1 && KeptTogether.Of(table, dataSet.Changes) is { } kept
            ? Drawn(dataSet, table, kept)
            : Each(dataSet, table, groupEnds, span);
    }

    /// <summary>Rows that are kept together are drawn as one, by the first of them.</summary>
    private static Part[] Drawn(DataSet dataSet, RawTable table, KeptTogether kept)
    {
        if (dataSet.Split is GroupSplit split)
        {
            return Grouped(split, table, kept);
        }

        var firsts = table.Select(kept.Firsts);
        return kept.Spread(Each(dataSet, firsts, [firsts.RowCount], 1));
    }

    private static Part[] Each(DataSet dataSet, RawTable table, int[] groupEnds, int span) => dataSet.Split switch
    {
        RandomSplit split when span > 1 => ByBlocks(split, BlockParts.Blocks(groupEnds, span)),
        RandomSplit split => RandomParts.Assign(table.RowCount, split.Validation, split.Test, split.Seed),
        StratifiedSplit split => Stratified(split, table, groupEnds, span),
        GroupSplit split => Grouped(split, table, null),
        TimeSplit split => InTime(dataSet, split, table),
        GivenSplit split => GivenParts.Read(table, split),
        _ => throw new NotSupportedException(dataSet.Split.GetType().Name),
    };

    /// <summary>Throws where the shares leave nothing for training.</summary>
    public static void CheckShares(DataSet dataSet)
    {
        var (validation, test) = dataSet.Split switch
        {
            DrawnSplit drawn => (drawn.Validation, drawn.Test),
            TimeSplit time => (time.Validation, time.Test),
            GivenSplit given => (given.Validation, given.Test),
            _ => (0, 0),
        };
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
        {
            throw PreparationErrors.BadShares(dataSet.Id, validation, test);
        }
    }

    private static Part[] ByBlocks(RandomSplit split, int[] blocks)
    {
        var partOf = RandomParts.Assign(blocks[^1] + 1, split.Validation, split.Test, split.Seed);
        return Array.ConvertAll(blocks, block => partOf[block]);
    }

    private static Part[] Stratified(StratifiedSplit split, RawTable table, int[] groupEnds, int span)
    {
        var classes = RowGroups.Of(table, split.By);
        if (classes.Count < 2)
        {
            throw PreparationErrors.OneStratum(table.Name, split.By);
        }
        if (span == 1)
        {
            return StratifiedParts.Assign(classes.Codes, classes.Count, split.Validation, split.Test, split.Seed);
        }
        var blocks = BlockParts.Blocks(groupEnds, span);
        var rarest = BlockParts.RarestClasses(blocks, classes.Codes, classes.Count);
        var partOf = StratifiedParts.Assign(rarest, classes.Count, split.Validation, split.Test, split.Seed);
        return Array.ConvertAll(blocks, block => partOf[block]);
    }

    private static Part[] Grouped(GroupSplit split, RawTable table, KeptTogether? kept)
    {
        var groups = RowGroups.Of(table, split.By);
        groups = kept is null ? groups : kept.Merged(groups);
        var parts = 1 + (split.Validation > 0 ? 1 : 0) + (split.Test > 0 ? 1 : 0);
        return groups.Count >= parts
            ? GroupParts.Assign(groups.Codes, groups.Count, split.Validation, split.Test, split.Seed)
            : throw PreparationErrors.TooFewGroups(table.Name, split.By, groups.Count, parts);
    }

    private static Part[] InTime(DataSet dataSet, TimeSplit split, RawTable table)
    {
        if ((split.By ?? dataSet.Windows?.OrderBy) is { } column)
        {
            var keys = OrderKeys.Of(table, column);
            return TimeParts.Assign(keys.Values, split.Validation, split.Test, Border(split.ValidationFrom), Border(split.TestFrom));

            double? Border(string? text) => text is null ? null : keys.Border(text);
        }
        if (split.ValidationFrom is not null || split.TestFrom is not null)
        {
            throw PreparationErrors.BorderNeedsColumn(dataSet.Id);
        }
        var places = Enumerable.Range(0, table.RowCount).Select(place => (double)place).ToArray();
        return TimeParts.Assign(places, split.Validation, split.Test);
    }
}
