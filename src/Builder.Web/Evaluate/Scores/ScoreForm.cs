namespace Builder.Web.Evaluate.Scores;

/// <summary>How a score is written.</summary>
public enum ScoreForm
{
    /// <summary>A share: 0.967 is 96.7%.</summary>
    Share,

    /// <summary>A plain number.</summary>
    Plain,

    /// <summary>A quantity in the unit of what is predicted.</summary>
    Quantity,
}
