using Builder.Graph;

namespace Builder.Datasets;

/// <summary>
/// What is wrong with data that a person brought, in plain words with a way out. Nothing was written when it is thrown.
/// </summary>
public sealed class DataException : Exception
{
    /// <summary>The code where row numbers were noted for another file, for which the page has a way out of its own.</summary>
    public const string ExchangedFile = "data-file-exchanged";

    /// <summary>Makes the error.</summary>
    /// <param name="code">Stable name of the kind of error, such as "table-ragged"; see <see cref="DataProblems"/>.</param>
    /// <param name="text">What is wrong, where, and what can be done.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public DataException(string code, Localized text, DataPlace place = default, Exception? inner = null)
        : base(text?.En, inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        Text = text;
        Place = place;
    }

    /// <summary>Stable name of the kind of error.</summary>
    public string Code { get; }

    /// <summary>What is wrong, where, and what can be done.</summary>
    public Localized Text { get; }

    /// <summary>Where it is.</summary>
    public DataPlace Place { get; }

    /// <summary>The same error for people who know the file under another name than the one under which it is kept.</summary>
    /// <param name="name">What they call it.</param>
    public DataException Naming(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Place.File is { Length: > 0 } kept
            ? new(Code, new(Text.En.Replace(kept, name, StringComparison.Ordinal), Text.Zh.Replace(kept, name, StringComparison.Ordinal)), Place with { File = name }, this)
            : this;
    }
}

/// <summary>A place in a data file.</summary>
/// <param name="File">Name of the file, without folders of this machine.</param>
/// <param name="Line">Line of the file, from 1; null where lines have no meaning.</param>
/// <param name="Column">Name of the column.</param>
public readonly record struct DataPlace(string? File = null, long? Line = null, string? Column = null);
