using Builder.Graph.Messages;

namespace Builder.Training.Formats;

/// <summary>A file of a model or a checkpoint that cannot be read or written, in plain words with a way out.</summary>
public sealed class CheckpointException : BuilderException
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reason">What is wrong, with which file, and what can be done.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public CheckpointException(string file, Message reason, Exception? inner = null)
        : base(reason, inner) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
