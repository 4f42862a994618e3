using System.Text.Json.Serialization;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Reads texts as dates, all in one order, so that 3/4 is either March or April all the way down. Usual marks for "no value" are gaps; what else is no date in a file was made one before.</summary>
/// <param name="Order">The order of day, month and year.</param>
public sealed record FittedReadDate(
    [property: JsonConverter(typeof(CamelCaseEnumConverter<DateOrder>))] DateOrder Order) : FittedStep
{
    /// <summary>Finds the order of the training rows' dates.</summary>
    internal static FittedReadDate Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
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
            : new FittedReadDate(site.Dates?.Order ?? DateReading.OrderOf([.. seen.Select(code => texts.Entries[code])]));
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var texts = CategorySteps.Names(values, site);
        // A file of new rows that clearly writes its dates otherwise has an order of its own.
        var order = site.Dates?.Order ?? Order;
        var known = new double?[texts.Entries.Length];
        var days = new double[texts.Rows];
        for (var row = 0; row < days.Length; row++)
        {
            var code = texts.Codes[row];
            days[row] = code == TextValues.Missing ? double.NaN : known[code] ??= Read(texts.Entries[code], row);
        }
        return new DateValues(days);

        double Read(string text, int row) => DateReading.Days(text, order)
            ?? (GapMarks.Contains(text) ? double.NaN : throw TransformErrors.NotADate(site, row, text, order));
    }
}

/// <summary>One part of a date as a number, or as sine and cosine of its place in the cycle ([2] floats).</summary>
/// <param name="Part">Which part.</param>
/// <param name="As">As one number or as sine and cosine.</param>
public sealed record FittedDatePart(DatePartKind Part, DatePartForm As) : FittedStep
{
    /// <summary>Learns nothing: a calendar needs no data.</summary>
    internal static FittedDatePart Fit(DatePart transform, ColumnContext site) =>
        transform is { Part: DatePartKind.Year, As: DatePartForm.SineCosine }
            ? throw TransformErrors.YearsDoNotRepeat(site)
            : new FittedDatePart(transform.Part, transform.As);

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var days = (values as DateValues ?? throw TransformErrors.NeedsDates(site)).Days;
        var numbers = Array.ConvertAll(days, day => double.IsNaN(day) ? double.NaN : PartOf(Moments.ToDateTime(day)));
        return As == DatePartForm.Number ? new NumberValues(numbers) : Circle(numbers, site);
    }

    private double PartOf(DateTime moment) => Part switch
    {
        DatePartKind.Year => moment.Year,
        DatePartKind.Month => moment.Month,
        DatePartKind.Day => moment.Day,
        DatePartKind.DayOfWeek => moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek,
        DatePartKind.Hour => moment.Hour,
        _ => moment.DayOfYear,
    };

    /// <summary>How many parts there are until they begin anew.</summary>
    [JsonIgnore]
    public double Cycle => Part switch
    {
        DatePartKind.Month => 12,
        DatePartKind.Day => 31,
        DatePartKind.DayOfWeek => 7,
        DatePartKind.Hour => 24,
        _ => 366,
    };

    /// <summary>The number of the first part.</summary>
    [JsonIgnore]
    public double First => Part == DatePartKind.Hour ? 0 : 1;

    private BlockValues Circle(double[] numbers, ColumnContext site)
    {
        var floats = Blocks.Allocate<float>(numbers.Length, 2, site);
        for (var row = 0; row < numbers.Length; row++)
        {
            if (double.IsNaN(numbers[row]))
            {
                throw TransformErrors.Missing(site, row, numbers.Count(double.IsNaN));
            }
            var (sine, cosine) = Math.SinCos(2 * Math.PI * (numbers[row] - First) / Cycle);
            floats[2L * row] = (float)sine;
            floats[2L * row + 1] = (float)cosine;
        }
        return new BlockValues(floats, ElementType.Float32, [2], numbers.Length);
    }
}
