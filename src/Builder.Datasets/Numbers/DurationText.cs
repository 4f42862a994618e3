using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Builder.Datasets.Numbers;

/// <summary>Reads how long something took, in seconds: "2h 30m", "1 day 3 hours", "2小时30分"; 1:23:45 and 3:45 only where it is known that they are no times of day.</summary>
public static partial class DurationText
{
    /// <summary>The unit in which durations are read.</summary>
    public const string Unit = "s";

    private const int MostLength = 40;
    private const int HoursOfDay = 24;

    private static readonly FrozenDictionary<string, double> Seconds = new (string Names, double Length)[]
    {
        ("s sec secs second seconds 秒 秒钟", 1), ("m min mins minute minutes 分 分钟", 60), ("h hr hrs hour hours 时 小时", 3600), ("d day days 天 日", 86_400), ("w wk wks week weeks 周", 604_800), ("ms 毫秒", 0.001),
    }.SelectMany(u => u.Names.Split(' ').Select(name => (Name: name, u.Length))).ToFrozenDictionary(u => u.Name, u => u.Length, StringComparer.OrdinalIgnoreCase);

    /// <summary>The length of a unit of time in seconds; null where it is none. "m" is a minute.</summary>
    public static double? SecondsOf(string unit) => Seconds.TryGetValue(unit, out var length) ? length : null;

    /// <summary>Reads several numbers with units of time, the longer units first; "90 min" alone is a plain number with its unit.</summary>
    public static bool TryParseUnits(string text, out double seconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        (seconds, var last, var parts) = (0, double.PositiveInfinity, 0);
        if (text.Length > MostLength || !WithUnits().IsMatch(text = Plain(text)))
        {
            return false;
        }

        foreach (Match part in Part().Matches(text))
        {
            if (SecondsOf(part.Groups["unit"].Value) is not { } length || length >= last)
            {
                return false;
            }

            (last, parts) = (length, parts + 1);
            seconds += double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * length;
        }

        return parts > 1;
    }

    /// <summary>Reads hours:minutes:seconds, and minutes:seconds or hours:minutes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seconds">How long that is.</param>
    /// <param name="isHours">Whether two numbers are hours and minutes.</param>
    public static bool TryParseClock(string text, out double seconds, bool isHours = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        seconds = 0;
        if (text.Length > MostLength || Clock().Match(Plain(text)) is not { Success: true } match)
        {
            return false;
        }

        double Number(string name) => match.Groups[name] is { Success: true } part ? double.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (minutes, rest, isWhole) = (Number("m"), Number("s"), match.Groups["h"].Success);
        seconds = ((Number("h") * 3600) + (minutes * 60) + rest) * (isHours && !isWhole ? 60 : 1);
        return rest < 60 && (minutes < 60 || !isWhole);
    }

    /// <summary>What a text of numbers and colons tells about two numbers: they may be hours and minutes, or can be minutes and seconds only; null for any other text.</summary>
    public static bool? MayBeHours(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MostLength && Clock().Match(Plain(text)) is { Success: true } match
            ? !match.Groups["h"].Success && match.Groups["m"].Length <= 2 && int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) < HoursOfDay && match.Groups["s"].Length == 2
            : null;
    }

    /// <summary>Reads a duration in any of the ways.</summary>
    public static bool TryParse(string? text, out double seconds, bool isHours = false)
    {
        seconds = 0;
        return text?.Trim() is { Length: > 0 } plain && (TryParseClock(plain, out seconds, isHours) || TryParseUnits(plain, out seconds));
    }

    /// <summary>Digits of all scripts and the wide signs of Chinese keyboards as their ASCII likes.</summary>
    private static string Plain(string text) => Ascii.IsValid(text) ? text : string.Create(text.Length, text, (plain, written) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = written[i] switch
            {
                '\uFF1A' => ':',
                '\uFF0E' => '.',
                _ when CharUnicodeInfo.GetDecimalDigitValue(written[i]) is var digit and >= 0 => (char)('0' + digit),
                _ => written[i],
            };
        }
    });

    [GeneratedRegex(@"^\d[\d.]* ?\p{L}+[ ,]{0,2}\d[\d\p{L}. ,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnits();

    [GeneratedRegex(@"\G[ ,]*(?<number>\d+(?:\.\d+)?) ?(?<unit>\p{L}+)|.+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?<h>\d{1,4}):)?(?<m>\d{1,4}):(?<s>\d{2}(?:[.]\d{1,6})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
