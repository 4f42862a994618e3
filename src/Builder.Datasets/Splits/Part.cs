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
