using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Metrics;

/// <summary>Which of two values of a metric is the better one.</summary>
public enum MetricDirection
{
    /// <summary>The larger one, as of an accuracy.</summary>
    Larger,

    /// <summary>The smaller one, as of an error.</summary>
    Smaller,

    /// <summary>Neither: the number belongs to another metric, as a threshold does.</summary>
    Neither,
}

/// <summary>How a metric's value is written.</summary>
public enum MetricFormat
{
    /// <summary>A share from 0 to 1, in percent.</summary>
    Percent,

    /// <summary>A number without a unit whose third decimal is the last that says something.</summary>
    ThreeDecimals,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A number in the target's unit.</summary>
    Quantity,
}

/// <summary>All that is known of one metric. <see cref="MetricCatalog"/> holds them.</summary>
/// <param name="Id">
/// Its name in project files, events, evaluations and on the command line; never changes. A further prediction's metrics carry the
/// prediction's name in front ("price.mae"), several losses their own behind ("loss.artist").
/// </param>
/// <param name="Term">What the field calls it.</param>
/// <param name="Title">What it is, in everyday words.</param>
/// <param name="Help">What a value of it means.</param>
/// <param name="Direction">Which of two values is better.</param>
/// <param name="Format">How a value is written.</param>
/// <param name="Tasks">The tasks whose predictions it scores; empty for the loss, which every training has.</param>
public sealed record MetricDefinition(
    string Id, Localized Term, Localized Title, Localized Help, MetricDirection Direction, MetricFormat Format, ImmutableArray<TaskKind> Tasks)
{
    internal const string NamePrefix = "metric.";

    private static readonly MessageTemplate OfPrediction = new("metric-of-prediction", "{metric} of “{prediction}”", "“{prediction}”的{metric}");

    private static readonly MessageTemplate OfLoss = new("metric-of-loss", "{metric}: {loss}", "{metric}：{loss}");

    /// <summary>The term as it stands in messages.</summary>
    public Message TermMessage { get; private init; } = new(NamePrefix + Id, []);

    /// <summary>Whether <paramref name="value"/> beats <paramref name="other"/>.</summary>
    public bool IsBetter(double value, double other) => Direction == MetricDirection.Larger ? value > other : value < other;

    /// <summary>The same metric of a further prediction.</summary>
    /// <param name="prediction">The prediction's name: its target column, or what its Output block is called.</param>
    public MetricDefinition Of(string prediction) => this with
    {
        Id = $"{prediction}.{Id}",
        TermMessage = OfPrediction.With(("metric", TermMessage), ("prediction", prediction)),
        Term = new($"{Term.En} of “{prediction}”", $"“{prediction}”的{Term.Zh}"),
        Title = new($"{Title.En} (“{prediction}”)", $"{Title.Zh}（“{prediction}”）"),
    };

    /// <summary>One of several losses: what people call it says what it is.</summary>
    /// <param name="loss">What it is called.</param>
    public MetricDefinition Called(string loss) => this with
    {
        Id = $"{Id}.{loss}",
        TermMessage = OfLoss.With(("metric", TermMessage), ("loss", loss)),
        Term = new($"{Term.En}: {loss}", $"{Term.Zh}：{loss}"),
        Title = Localized.Same(loss),
    };
}
