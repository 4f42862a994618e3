namespace Builder.Proposals.Columns;

/// <summary>Collects what is done to the columns, for the explanation. Names are those of the source.</summary>
internal sealed class ColumnNotes
{
    /// <summary>Numbers brought to a common scale.</summary>
    public List<string> Scaled { get; } = [];

    /// <summary>Categories as yes/no values.</summary>
    public List<string> OneHot { get; } = [];

    /// <summary>Categories that get an embedding.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>Dates taken apart.</summary>
    public List<string> Dates { get; } = [];

    /// <summary>Columns whose gaps are filled.</summary>
    public List<string> Filled { get; } = [];

    /// <summary>The text that is cut into words or characters.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Columns that a person or the profile left out, and those that this kind of network cannot read.</summary>
    public List<string> LeftOut { get; } = [];
}
