using Builder.Graph;

namespace Builder.Training.Formats;

/// <summary>A file of a model or a checkpoint that cannot be read or written, in plain words with a way out.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>Code of the error that a file cannot be written, for any other reason than a full disk.</summary>
    public const string NotWritten = "checkpoint-not-written";

    /// <summary>Makes the error.</summary>
    /// <param name="code">Stable name of the kind of error, such as "checkpoint-damaged".</param>
    /// <param name="file">The file.</param>
    /// <param name="text">What is wrong, with which file, and what can be done.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public CheckpointException(string code, string file, Localized text, Exception? inner = null)
        : base(text?.En, inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        File = file;
        Text = text;
    }

    /// <summary>Stable name of the kind of error.</summary>
    public string Code { get; }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong, with which file, and what can be done.</summary>
    public Localized Text { get; }
}
