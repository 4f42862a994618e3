namespace Builder.Proposals;

/// <summary>What kind of question a model answers.</summary>
public enum TaskKind
{
    /// <summary>Which class a row belongs to.</summary>
    Classes,

    /// <summary>What number a row leads to.</summary>
    Number,

    /// <summary>How a series goes on.</summary>
    Forecast,

    /// <summary>What a picture shows.</summary>
    PictureClasses,

    /// <summary>How a running text goes on.</summary>
    RunningText,
}
