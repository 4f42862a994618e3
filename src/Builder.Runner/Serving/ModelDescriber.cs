using System.Globalization;
using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Inference;

namespace Builder.Runner.Serving;

/// <summary>Says what a model takes and gives, from what it learned about its columns.</summary>
internal static class ModelDescriber
{
    /// <summary>The description of a model.</summary>
    public static ModelDescription Describe(ModelRunner model, string? generates)
    {
        var fitted = model.Bundle.Transforms;
        var inputs = Predictor.Inputs(model).Select(name => fitted[name]).GroupBy(c => c.Source).Select(uses => Written(Input(uses), Predictor.DataSetOf(model).Source as TableSource, uses.Key));
        var outputs = model.Heads.Where(h => h.OutputActivation != OutputActivation.Picture && h.Task != TaskKind.LanguageModel)
            .Select(h => new HeadColumns(h, fitted, model.Bundle.Thresholds)).SelectMany(head => Outputs(head, model.Bundle.Thresholds));
        return new(model.Task, generates == "pictures" ? [] : [.. inputs], [.. outputs], generates, Predictor.DataSetOf(model).Windows?.Length);
    }

    /// <summary>With what has to be known of how the training file writes numbers.</summary>
    private static InputDescription Written(InputDescription input, TableSource? source, string column) => input with
    {
        Decimal = source?.DecimalOf(column) is "," ? "," : null,
        HasMagnitudes = input.Kind == "number" && source?.HasMagnitudes(column) == true,
        DateOrder = input.Kind == "number" && source?.DateOrderOf(column) == DateOrder.HoursMinutes ? DateOrder.HoursMinutes.Spelling() : input.DateOrder,
    };

    private static IEnumerable<OutputDescription> Outputs(HeadColumns head, DecisionThresholds thresholds) => head.IsClass
        ? head.Labels.Select(label => new OutputDescription(label.Name, head.Head.Task, label.Classes, null) { Thresholds = thresholds.Of(head.Head.Name)?.Classes ?? [] })
        : head.IsMultiLabel ? [new(head.Head.Name, head.Head.Task, head.LabelNames, null)
        {
            Separator = head.Separator, Thresholds = [.. head.LabelNames.Zip(head.Decision.Labels, (name, threshold) => new ClassThreshold(name, threshold))],
        }]
        : head.Quantities.Select(q => new OutputDescription(q.Name, head.Head.Task, [], q.Unit));

    // One column of the source may be read in several ways, such as a date as its month and as its weekday: people give it once.
    private static InputDescription Input(IGrouping<string, FittedColumn> uses)
    {
        var column = uses.First();
        var isMissable = uses.All(use => use.Steps.Any(step => step is FittedImpute));
        var plain = new InputDescription(uses.Count() == 1 ? column.Name : column.Source, Kind(column.Type), column.Schema.Unit, null, null, null, null, isMissable, null);
        return column.Type switch
        {
            ColumnType.Number => Number(column, plain),
            ColumnType.Labels => plain with
            {
                Categories = [.. column.Schema.ClassNames.Take(InputDescription.MostCategories)], Separator = column.Steps.OfType<FittedMultiHot>().FirstOrDefault()?.Separator,
            },
            ColumnType.Category => plain with { Categories = [.. column.Schema.ClassNames.Take(InputDescription.MostCategories)], Typical = Commonest(column) },
            ColumnType.Picture when column.Steps.OfType<FittedResize>().FirstOrDefault() is { } size =>
                plain with { Picture = new(size.Width, size.Height, size.Channels) },
            ColumnType.Date => plain with { DateOrder = uses.SelectMany(use => use.Steps).OfType<FittedReadDate>().FirstOrDefault() is { } read ? read.Order.Spelling() : null },
            _ => plain,
        };
    }

    private static string Kind(ColumnType type) => type switch
    {
        ColumnType.Number => "number",
        ColumnType.Category => "category",
        ColumnType.Labels => "labels",
        ColumnType.Date => "date",
        ColumnType.Picture => "picture",
        _ => "text",
    };

    private static InputDescription Number(FittedColumn column, InputDescription plain)
    {
        for (var i = 0; i < column.Steps.Length; i++)
        {
            switch (column.Steps[i])
            {
                case FittedMinMax range:
                    return plain with
                    {
                        Minimum = Rounded(Before(i, range.Min)), Maximum = Rounded(Before(i, range.Max)), Typical = Text(Before(i, (range.Min + range.Max) / 2)),
                        Least = Before(i, range.Min), Most = Before(i, range.Max),
                    };
                case FittedStandardize spread:
                    return plain with
                    {
                        // Two deviations from the mean may lie where no training row ever was, such as below 0 cm.
                        Minimum = Rounded(Before(i, Math.Max(spread.Mean - (2 * spread.Std), spread.Least ?? double.NegativeInfinity))),
                        Maximum = Rounded(Before(i, Math.Min(spread.Mean + (2 * spread.Std), spread.Most ?? double.PositiveInfinity))),
                        Typical = Text(Before(i, spread.Mean)),
                        Least = spread.Least is { } least ? Before(i, least) : null, Most = spread.Most is { } most ? Before(i, most) : null,
                    };
            }
        }

        return plain with { Typical = column.Steps.OfType<FittedImpute>().FirstOrDefault()?.Number is { } standIn ? Text(standIn) : null };

        double Before(int step, double value) => (column with { Steps = column.Steps[..step] }).ToUnits(value);
    }

    private static string? Commonest(FittedColumn column) =>
        column.Steps.OfType<FittedImpute>().FirstOrDefault()?.Category
        ?? (column.Steps.OfType<FittedOrdinal>().FirstOrDefault() is { } ordinal ? ordinal.Classes[ordinal.MostFrequent] : null);

    private static string Text(double value) => Rounded(value).ToString(CultureInfo.InvariantCulture);

    // Nobody wants to begin with 5.818888888888889.
    private static double Rounded(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
