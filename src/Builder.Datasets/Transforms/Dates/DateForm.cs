using System.Globalization;

namespace Builder.Datasets.Transforms;

/// <summary>One way to write a date. A column keeps to one, so that 3/4 is either March or April all the way down.</summary>
internal sealed class DateForm
{
    private static readonly string[] s_times =
    [
        "", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", "'T'H:mm", "'T'H:mm:ss", "'T'H:mm:ss.FFFFFFF", "'T'H:mm:ssK", "'T'H:mm:ss.FFFFFFFK",
        " H:mm:ssK", " H:mm:ss.FFFFFFFK",
    ];

    private readonly string[] _formats;

    private DateForm(string pattern)
    {
        Pattern = pattern;
        _formats = Array.ConvertAll(s_times, time => pattern + time);
    }

    /// <summary>The forms that are known, from the clearest to the most doubtful. Where day and month could be either, the month comes first.</summary>
    public static IReadOnlyList<DateForm> Known { get; } =
    [
        .. new[]
        {
            "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy'年'M'月'd'日'", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "M-d-yyyy", "d-M-yyyy",
            "d MMM yyyy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy", "d-MMM-yyyy", "yyyy-M", "yyyy/M", "yyyy'年'M'月'", "yyyy",
        }.Select(pattern => new DateForm(pattern)),
    ];

    /// <summary>The pattern of the date's part, in .NET's notation.</summary>
    public string Pattern { get; }

    /// <summary>The form of that pattern, or null.</summary>
    public static DateForm? Find(string pattern) => Known.FirstOrDefault(form => form.Pattern == pattern);

    /// <summary>The first form that reads all of the texts, else the one that reads the most.</summary>
    public static DateForm Best(IReadOnlyCollection<string> texts)
    {
        DateForm best = Known[0];
        var most = -1;
        foreach (var form in Known)
        {
            var read = texts.Count(text => form.Read(text) is not null);
            if (read == texts.Count)
            {
                return form;
            }
            if (read > most)
            {
                (best, most) = (form, read);
            }
        }
        return best;
    }

    /// <summary>The moment in days since 1970-01-01, or null where the text has another form. Times without a zone count as they stand.</summary>
    public double? Read(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, Styles, out var moment)
            ? Moments.FromDateTime(moment)
            : null;
    }
}
