namespace Builder.Datasets.Splits;

/// <summary>What a row is used for.</summary>
public enum Part : byte
{
    /// <summary>The network learns from it, and the data's transforms are fitted on it.</summary>
    Train,

    /// <summary>Watched while training: early stopping and the choice of the best checkpoint.</summary>
    Validation,

    /// <summary>Held back until the end, for the honest score.</summary>
    Test,
}

/// <summary>How many rows each part gets.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows watched while training.</param>
/// <param name="Test">Rows held back.</param>
public readonly record struct PartSizes(int Train, int Validation, int Test)
{
    /// <summary>
    /// Shares out <paramref name="rows"/>: each part is rounded to the nearest row, a part that is asked for gets at least one
    /// row while there are enough, and training keeps at least one.
    /// </summary>
    /// <param name="rows">All rows.</param>
    /// <param name="validation">Share of validation, 0 to 1.</param>
    /// <param name="test">Share of test, 0 to 1; both together below 1.</param>
    public static PartSizes Of(int rows, double validation, double test)
    {
        var testRows = Round(rows, test, rows - 1);
        var validationRows = Round(rows, validation, rows - 1 - testRows);
        return new PartSizes(rows - validationRows - testRows, validationRows, testRows);
    }

    private static int Round(int rows, double share, int most)
    {
        if (share <= 0 || most <= 0)
        {
            return 0;
        }
        var nearest = (int)Math.Round(rows * share, MidpointRounding.AwayFromZero);
        return Math.Clamp(nearest, 1, most);
    }
}
