using Builder.Graph;

namespace Builder.Storage;

/// <summary>Something that is stored cannot be read or written. The words say what and name a way out; nothing was changed.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="code">Stable name of the kind of error, such as "DiskFull".</param>
    /// <param name="text">What is wrong, and what can be done.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public StorageException(string code, Localized text, Exception? inner = null)
        : base(text?.En, inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Code, Text) = (code, text);
    }

    /// <summary>Stable name of the kind of error.</summary>
    public string Code { get; }

    /// <summary>What is wrong, and what can be done.</summary>
    public Localized Text { get; }
}
