using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Dates;

/// <summary>What a text that is a date, a day without a year, or a time of day says by itself; what it leaves open is decided by its column's <see cref="DateOrder"/>.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Grain">How finely.</param>
/// <param name="First">The year, or the first number of an open date.</param>
/// <param name="Second">The month, or the second number of an open date.</param>
/// <param name="Third">The day, or the third number of an open date.</param>
/// <param name="Time">The time of day.</param>
internal readonly record struct WrittenDate(WrittenKind Kind, DateGrain Grain, int First, int Second, int Third, TimeSpan Time)
{
    /// <summary>The year that stands in for one that is not given; it has a 29th of February.</summary>
    public const int YearOfNone = 2000;

    /// <summary>Whether the date is written as digits only.</summary>
    public bool IsDigits { get; init; }

    /// <summary>Whether its year has two digits.</summary>
    public bool HasShortYear { get; init; }

    /// <summary>Whether points stand between its numbers.</summary>
    public bool HasPoints { get; init; }

    /// <summary>Whether a version such as 1.12.10 looks alike: points, a short year, and no zeros in front.</summary>
    public bool IsLikeVersion { get; init; }

    /// <summary>Whether it can only be read in that order, not by itself.</summary>
    public bool NeedsOrder => Kind != WrittenKind.Date || IsDigits;

    /// <summary>The moment in an order; false where it makes none.</summary>
    public bool TryIn(DateOrder order, out DateTime moment)
    {
        moment = default;
        return Kind switch
        {
            WrittenKind.Date => order is not (DateOrder.NoYear or DateOrder.TimeOfDay) && !order.AreNoDates() && TryMake(First, Second, Third, out moment),
            WrittenKind.YearLast => order switch
            {
                DateOrder.DayFirst => TryMake(Third, Second, First, out moment),
                DateOrder.MonthFirst => TryMake(Third, First, Second, out moment),
                _ => false,
            },
            WrittenKind.ShortYear => order switch
            {
                DateOrder.YearFirst => TryMake(FullYear(First), Second, Third, out moment),
                DateOrder.DayFirst => TryMake(FullYear(Third), Second, First, out moment),
                DateOrder.MonthFirst => TryMake(FullYear(Third), First, Second, out moment),
                _ => false,
            },
            WrittenKind.NoYear => order == DateOrder.NoYear && TryMake(YearOfNone, Second, Third, out moment),
            _ => order == DateOrder.TimeOfDay && TryMake(1970, 1, 1, out moment),
        };
    }

    /// <summary>The year of two digits, as POSIX reads it: 69 … 99 are 1969 … 1999, others 2000 … 2068.</summary>
    public static int FullYear(int twoDigits) => twoDigits >= 69 ? 1900 + twoDigits : 2000 + twoDigits;

    private bool TryMake(int year, int month, int day, out DateTime moment)
    {
        moment = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        moment = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Add(Time);
        return true;
    }
}

/// <summary>What a text tells.</summary>
internal enum WrittenKind
{
    /// <summary>Year, month and day.</summary>
    Date,

    /// <summary>Three numbers, of which the last is the year.</summary>
    YearLast,

    /// <summary>Three numbers of two digits, of which the first or the last may be the year.</summary>
    ShortYear,

    /// <summary>Month and day.</summary>
    NoYear,

    /// <summary>A time of day.</summary>
    Time,
}
