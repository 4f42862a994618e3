using System.Text.Json.Serialization;
using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;

namespace Builder.Protocol;

/// <summary>What a model takes and gives, for whoever wants to try it.</summary>
/// <param name="Task">What kind of task it learned.</param>
/// <param name="Inputs">The columns that it reads; none where it generates out of noise.</param>
/// <param name="Outputs">What it predicts.</param>
/// <param name="Generates">"text" or "pictures" where <see cref="RunnerCommand.Generate"/> works; otherwise null.</param>
/// <param name="WindowLength">For series: how many rows in order of time make one sample; otherwise null.</param>
public sealed record ModelDescription(
    TaskKind Task, IReadOnlyList<InputDescription> Inputs, IReadOnlyList<OutputDescription> Outputs, string? Generates, int? WindowLength);

/// <summary>A column that a model reads.</summary>
/// <param name="Name">Its name in a row of <see cref="RunnerCommand.Predict"/>.</param>
/// <param name="Kind">"number", "category", "labels", "date", "text" or "picture" (the path of a file).</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="Categories">What a category may be, or labels may be chosen from; at most <see cref="MostCategories"/> are listed.</param>
/// <param name="Minimum">Lower end of the usual numbers among the training rows, where it is known. Others are allowed.</param>
/// <param name="Maximum">Upper end of the usual numbers, where it is known.</param>
/// <param name="Typical">A usual value to begin with, where one is known.</param>
/// <param name="MayBeMissing">True where the model can do without the value.</param>
/// <param name="Picture">Size of the pictures that the model sees; others are made to fit.</param>
/// <param name="DateOrder">How it reads dates: a <c>DateOrder</c> in camel case, such as "dayFirst" or "timeOfDay"; of a number "hoursMinutes" where 3:45 is read so; else null.</param>
public sealed record InputDescription(
    string Name, string Kind, string? Unit, IReadOnlyList<string>? Categories, double? Minimum, double? Maximum, string? Typical,
    bool MayBeMissing, PictureFormat? Picture, string? DateOrder = null)
{
    /// <summary>Of labels, what stands between them in a value: "drama;comedy"; "json" for a list; null where nothing does.</summary>
    public string? Separator { get; init; }

    /// <summary>The decimal mark of the numbers in the training file, "." or ",": so 1,234 is read where it can be read both ways; null for a point.</summary>
    public string? Decimal { get; init; }

    /// <summary>Whether what stands behind a number multiplies it, as in "1.2M" or "3万", because the training file writes so.</summary>
    public bool HasMagnitudes { get; init; }

    /// <summary>The smallest number among the training rows, where it is known: below it the model has learned nothing.</summary>
    public double? Least { get; init; }

    /// <summary>The largest number among the training rows, where it is known.</summary>
    public double? Most { get; init; }

    /// <summary>From where to where numbers were met in training, as far as that is known; null where it is not, or all were the same.</summary>
    [JsonIgnore]
    public (double Low, double High)? Range => Kind == "number" && DateOrder is null && (Least ?? Minimum) is { } low && (Most ?? Maximum) is { } high && low < high ? (low, high) : null;

    /// <summary>True where other values can be tried in the place of one, see <see cref="RunnerCommand.VaryColumn"/>.</summary>
    [JsonIgnore]
    public bool CanVary => Range is not null || this is { Kind: "category", Categories.Count: > 1 };

    /// <summary>How many of its categories a model lists at most.</summary>
    public const int MostCategories = 1_000;
}

/// <summary>Size of a picture.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Channels">1 for grey, 3 for colour.</param>
public sealed record PictureFormat(int Width, int Height, int Channels);

/// <summary>Something that a model predicts.</summary>
/// <param name="Name">The column, or the name of the output.</param>
/// <param name="Task">What it tells.</param>
/// <param name="Classes">Names of the classes or labels in their order; none for a quantity.</param>
/// <param name="Unit">Unit of a quantity.</param>
public sealed record OutputDescription(string Name, TaskKind Task, IReadOnlyList<string> Classes, string? Unit)
{
    /// <summary>From which probability on one of two classes is said, where it need not be the likelier one; of labels from when on each is given.</summary>
    public IReadOnlyList<ClassThreshold> Thresholds { get; init; } = [];

    /// <summary>Of labels, what stands between them in the training file; null for other outputs, and where nothing does.</summary>
    public string? Separator { get; init; }
}

/// <summary>The predictions for one row or picture.</summary>
/// <param name="Outputs">One for each output of the model, in their order; none where it is refused.</param>
public sealed record PredictedRow(IReadOnlyList<PredictedOutput> Outputs)
{
    /// <summary>Why there is no prediction: its picture cannot be read; null where there is one.</summary>
    public Message? Refused { get; init; }

    /// <summary>The row that it stands beside, from 0: of a series the last one that was looked at. Null where it is that of its own place.</summary>
    public int? Row { get; init; }
}

/// <summary>A prediction: a class with probabilities, labels with theirs, or a quantity.</summary>
/// <param name="Name">The column, or the name of the output.</param>
/// <param name="Class">
/// The likeliest class, or of two classes the one that is said from a threshold of its own on; null for labels and for a quantity.
/// </param>
/// <param name="Probability">How likely the model finds it, 0 to 1.</param>
/// <param name="Probabilities">All classes or labels, or the 50 likeliest of very many; the likeliest first.</param>
/// <param name="Value">A quantity in its unit; for anomalies how unusual the row is. Null for a class and for labels.</param>
/// <param name="Unit">Unit of the quantity.</param>
public sealed record PredictedOutput(
    string Name, string? Class, double? Probability, IReadOnlyList<ClassProbability>? Probabilities, double? Value, string? Unit)
{
    /// <summary>The labels that are given, each likely enough, in their order; empty for none of them, null for other outputs.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}

/// <summary>How likely a class is.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record ClassProbability(string Class, double Probability);

/// <summary>Rows hold a category that the model has never seen: what it predicts for them is worth less.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The first such category.</param>
/// <param name="Row">Its row among those given, from 1.</param>
/// <param name="Rows">How many rows hold one in this column.</param>
public sealed record UnseenValue(string Column, string Value, int Row, int Rows)
{
    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public Localized Words => Rows == 1
        ? new($"Row {Row}: the model has never seen “{Value}” in “{Column}”. Do not trust this prediction too much.",
            $"第 {Row} 行：“{Column}”中的“{Value}”是模型从未见过的，这一行的预测不宜全信。")
        : new($"In {Rows} rows “{Column}” holds something that the model has never seen, first “{Value}” in row {Row}. Do not trust these predictions too much.",
            $"有 {Rows} 行的“{Column}”是模型从未见过的，最早的是第 {Row} 行的“{Value}”，这些行的预测不宜全信。");
}
