using Builder.Graph.Messages;
using Builder.Protocol.Messages;

namespace Builder.Training.Formats;

/// <summary>How a file of weights can be damaged, in plain words.</summary>
internal static class DamageWords
{
    public static Message CutShort { get; } = TrainingMessages.CutShort.With();

    public static Message HeaderTooLong { get; } = TrainingMessages.HeaderTooLong.With();

    public static Message HeaderChanged { get; } = TrainingMessages.HeaderChanged.With();

    public static Message NoChecksums { get; } = TrainingMessages.NoChecksums.With();

    public static Message DataLeftOver { get; } = TrainingMessages.DataLeftOver.With();

    public static Message Header(string place) => TrainingMessages.HeaderNotUnderstood.With(("place", place));

    public static Message Offsets(string tensor) => TrainingMessages.TensorMisplaced.With(("tensor", tensor));

    public static Message TensorChanged(string tensor) => TrainingMessages.TensorChanged.With(("tensor", tensor));

    public static Message UnknownType(string tensor, string type) => TrainingMessages.UnknownElementType.With(("tensor", tensor), ("type", type), ("types", Types));

    private static string Types => string.Join(", ", Enum.GetNames<SafetensorsDType>());
}
