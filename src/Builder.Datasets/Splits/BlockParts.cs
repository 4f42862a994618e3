namespace Builder.Datasets.Splits;

/// <summary>
/// Cuts ordered rows into runs of neighbours, so that a series can be split at random without two overlapping windows landing in
/// different parts.
/// </summary>
public static class BlockParts
{
    private const int WindowsPerBlock = 10;
    private const int WantedBlocks = 30;

    /// <summary>The block of each row, counted from 0. A block never reaches over the end of a group.</summary>
    /// <param name="groupEnds">Where each group of the ordered rows ends (exclusive), rising; the last is the number of rows.</param>
    /// <param name="span">How many rows one sample touches.</param>
    public static int[] Blocks(ReadOnlySpan<int> groupEnds, int span)
    {
        var rows = groupEnds.Length == 0 ? 0 : groupEnds[^1];
        var length = Math.Max(2 * span, Math.Min(WindowsPerBlock * span, rows / WantedBlocks));
        var blocks = new int[rows];
        int block = -1, start = 0;
        foreach (var end in groupEnds)
        {
            for (var row = start; row < end; row++)
            {
                if ((row - start) % length == 0)
                {
                    block++;
                }
                blocks[row] = block;
            }
            start = end;
        }
        return blocks;
    }

    /// <summary>
    /// The class that stands for each block in a stratified split: of the classes that occur in it, the rarest of the whole data
    /// set, so that rare events spread over all parts.
    /// </summary>
    public static int[] RarestClasses(ReadOnlySpan<int> blocks, ReadOnlySpan<int> classes, int classCount)
    {
        var sizes = new int[classCount];
        foreach (var c in classes)
        {
            sizes[c]++;
        }
        var rarest = new int[blocks.Length == 0 ? 0 : blocks[^1] + 1];
        Array.Fill(rarest, -1);
        for (var row = 0; row < blocks.Length; row++)
        {
            ref var current = ref rarest[blocks[row]];
            if (current < 0 || sizes[classes[row]] < sizes[current])
            {
                current = classes[row];
            }
        }
        return rarest;
    }
}
