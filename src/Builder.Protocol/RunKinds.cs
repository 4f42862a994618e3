using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Data;

namespace Builder.Protocol;

/// <summary>Where a run stands. In messages and files the name in camel case, like all enums here.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Reads its data and builds its model.</summary>
    Preparing,

    /// <summary>Trains.</summary>
    Running,

    /// <summary>A person has stopped it for a while.</summary>
    Paused,

    /// <summary>Finishes early and keeps the best model.</summary>
    Stopping,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Something went wrong; the reason says what.</summary>
    Failed,

    /// <summary>Ended by a person or a restart before it was done.</summary>
    Stopped,
}

/// <summary>Why a training loop ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunEnd>))]
public enum RunEnd
{
    /// <summary>All planned epochs are done.</summary>
    Completed,

    /// <summary>The watched score did not get better for as many epochs as the plan waits.</summary>
    EarlyStopping,

    /// <summary>A person stopped it.</summary>
    Stopped,
}

/// <summary>What a runner does at the moment.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunnerActivity>))]
public enum RunnerActivity
{
    /// <summary>Waits for a command.</summary>
    Idle,

    /// <summary>Reads data, or loads a model.</summary>
    Preparing,

    /// <summary>Trains.</summary>
    Running,

    /// <summary>Holds its run between two batches.</summary>
    Paused,

    /// <summary>Finishes a run early.</summary>
    Stopping,

    /// <summary>Computes predictions.</summary>
    Predicting,
}

/// <summary>What there is to look at while a model learns.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SampleKind>))]
public enum SampleKind
{
    /// <summary>A text that it wrote.</summary>
    Text,

    /// <summary>A PNG file with pictures that it made.</summary>
    Pictures,

    /// <summary>Validation pictures with what it takes them for.</summary>
    Predictions,

    /// <summary>Predicted against true values of validation rows.</summary>
    Points,
}

/// <summary>Questions about these kinds.</summary>
public static class RunKinds
{
    /// <summary>True where nothing more will happen to the run.</summary>
    public static bool IsOver(this RunState state) => state is RunState.Finished or RunState.Failed or RunState.Stopped;

    /// <summary>How a value is spelt in messages and files.</summary>
    public static string Spelling<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
