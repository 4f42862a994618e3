using Builder.Graph.Messages;

namespace Builder.Storage;

/// <summary>Something that is stored cannot be read or written. The words say what and name a way out; nothing was changed.</summary>
public sealed class StorageException : BuilderException
{
    /// <summary>Makes the error.</summary>
    /// <param name="reason">What is wrong, and what can be done.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public StorageException(Message reason, Exception? inner = null)
        : base(reason, inner)
    {
    }
}
