using System.Text.Json.Serialization;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Reads texts as dates, all in one order, so that 3/4 is either March or April all the way down.</summary>
/// <param name="Order">The order of day, month and year.</param>
public sealed record FittedReadDate(
    [property: JsonConverter(typeof(CamelCaseEnumConverter<DateOrder>))] DateOrder Order) : FittedStep
{
    /// <summary>Finds the order of the training rows' dates.</summary>
    internal static FittedReadDate Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        var texts = CategorySteps.Names(values, site);
        var seen = new HashSet<int>();
        foreach (var row in trainRows)
        {
            seen.Add(texts.Codes[row]);
        }
        seen.Remove(TextValues.Missing);
        return seen.Count == 0
            ? throw TransformErrors.AllMissing(site)
            : new FittedReadDate(DateReading.OrderOf([.. seen.Select(code => texts.Entries[code])]));
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var texts = CategorySteps.Names(values, site);
        var known = new double?[texts.Entries.Length];
        var days = new double[texts.Rows];
        for (var row = 0; row < days.Length; row++)
        {
            var code = texts.Codes[row];
            days[row] = code == TextValues.Missing
                ? double.NaN
                : known[code] ??= DateReading.Days(texts.Entries[code], Order) ?? throw TransformErrors.NotADate(site, row, texts.Entries[code], Order);
        }
        return new DateValues(days);
    }
}
