namespace Builder.Proposals;

/// <summary>How rows are held back.</summary>
public enum SplitWay
{
    /// <summary>What suits the task: classes evenly, a series by time, everything else at random.</summary>
    Suitable,

    /// <summary>Drawn at random.</summary>
    Random,

    /// <summary>The last rows are held back.</summary>
    Time,

    /// <summary>Rows with the same value of a column stay together.</summary>
    Group,

    /// <summary>A column names the part of each row.</summary>
    Given,
}

/// <summary>What a person decides about the rows that are held back.</summary>
/// <param name="Way">How they are chosen.</param>
/// <param name="By">The column of <see cref="SplitWay.Time"/>, <see cref="SplitWay.Group"/> or <see cref="SplitWay.Given"/>.</param>
/// <param name="Validation">Share that is watched while training.</param>
/// <param name="Test">Share that is kept for the final test.</param>
/// <param name="Seed">The same seed always draws the same rows.</param>
public sealed record SplitChoice(SplitWay Way = SplitWay.Suitable, string? By = null, double Validation = 0.2, double Test = 0.2, long Seed = 1);
