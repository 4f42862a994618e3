using System.Text.Json.Serialization;
using Builder.Graph.Data;

namespace Builder.Graph.Metrics;

/// <summary>What a model learns to tell. In stored files and messages the name in camel case: "languageModel".</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TaskKind>))]
public enum TaskKind
{
    /// <summary>One of several classes.</summary>
    Classification,

    /// <summary>Yes or no.</summary>
    BinaryClassification,

    /// <summary>A quantity.</summary>
    Regression,

    /// <summary>The next token of a text.</summary>
    LanguageModel,

    /// <summary>How unusual something is.</summary>
    Anomaly,

    /// <summary>The input itself.</summary>
    Reconstruction,

    /// <summary>New things out of noise.</summary>
    Generation,

    /// <summary>Which of several labels: any number of them, also none.</summary>
    MultiLabel,
}
