using Builder.Graph.Messages;

namespace Builder.Datasets;

/// <summary>
/// What is wrong with data that a person brought, in plain words with a way out. Nothing was written when it is thrown.
/// </summary>
public sealed class DataException : BuilderException
{
    /// <summary>The code where row numbers were noted for another file, for which the page has a way out of its own.</summary>
    public const string ExchangedFile = "data-file-exchanged";

    /// <summary>Makes the error.</summary>
    /// <param name="reason">What is wrong, where, and what can be done.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    /// <param name="code">Stable name of the kind of error where <paramref name="reason"/> only wraps it into its place.</param>
    public DataException(Message reason, DataPlace place = default, Exception? inner = null, string? code = null)
        : base(reason, inner, code) => Place = place;

    /// <summary>Where it is.</summary>
    public DataPlace Place { get; }

    /// <summary>The same error for people who know the file under another name than the one under which it is kept.</summary>
    /// <param name="name">What they call it.</param>
    public DataException Naming(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Place.File is { Length: > 0 } kept
            ? new(Reason.Replacing(text => text.Replace(kept, name, StringComparison.Ordinal)), Place with { File = name }, this, Code)
            : this;
    }
}

/// <summary>A place in a data file.</summary>
/// <param name="File">Name of the file, without folders of this machine.</param>
/// <param name="Line">Line of the file, from 1; null where lines have no meaning.</param>
/// <param name="Column">Name of the column.</param>
public readonly record struct DataPlace(string? File = null, long? Line = null, string? Column = null);
