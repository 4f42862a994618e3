using Builder.Graph.Messages;
using Builder.Protocol.Messages;

namespace Builder.Training.Formats;

/// <summary>What can go wrong with files of models, in plain words.</summary>
internal static class CheckpointErrors
{
    public static CheckpointException Missing(string file) =>
        new(file, TrainingMessages.CheckpointMissing.With(("file", file)));

    public static CheckpointException BestMissing(string file) =>
        new(file, TrainingMessages.BestMissing.With(("file", file)));

    public static CheckpointException Unreadable(string file, Exception cause) =>
        new(file, TrainingMessages.CheckpointUnreadable.With(("file", file), ("cause", cause.Message)), cause);

    public static CheckpointException Damaged(string file, Message what, Exception? cause = null) =>
        new(file, TrainingMessages.CheckpointDamaged.With(("file", file), ("what", what)), cause);

    public static CheckpointException Unsupported(string file, Message what) =>
        new(file, TrainingMessages.CheckpointUnsupported.With(("file", file), ("what", what)));

    public static CheckpointException TooLarge(string file, Exception? cause = null) =>
        new(file, TrainingMessages.CheckpointTooLarge.With(("file", file)), cause);

    public static CheckpointException DiskFull(string file, Exception cause) =>
        new(file, TrainingMessages.CheckpointDiskFull.With(("file", file)), cause);

    public static CheckpointException NotWritten(string file, Exception cause) =>
        new(file, TrainingMessages.CheckpointNotWritten.With(("file", file), ("cause", cause.Message)), cause);
}
