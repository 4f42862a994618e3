using System.Globalization;
using System.Text.RegularExpressions;

namespace Builder.Datasets.Dates;

/// <summary>Finds the time of day in a text: 15:00, 3:05 PM, 15:00:30.5Z, 下午3:05, 15时30分.</summary>
internal static partial class TimeText
{
    /// <summary>Takes the time of day out of a text.</summary>
    /// <param name="text">The text, with plain digits and blanks.</param>
    /// <param name="time">The time, as it is written, whatever the time zone beside it.</param>
    /// <param name="rest">What else stands there.</param>
    /// <returns>Null where there is no time, false where there is an impossible one.</returns>
    public static bool? TryTake(string text, out TimeSpan time, out string rest)
    {
        (time, rest) = (default, text);
        if (!MayHold(text) || Time().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        if (HalfOf(match) is { } isLate)
        {
            if (hour is 0 or > 12 && match.Groups["p"].Success)
            {
                return false;
            }

            hour = isLate && hour < 12 ? hour + 12 : !isLate && hour == 12 ? 0 : hour;
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second);
        if (match.Groups["f"] is { Success: true } fraction)
        {
            time += TimeSpan.FromTicks((long)(double.Parse("0." + fraction.Value, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));
        }

        rest = string.Concat(text.AsSpan(0, match.Index), " ", text.AsSpan(match.Index + match.Length)).Trim([' ', ',', ':']);
        return true;
    }

    private static bool MayHold(string text) => text.AsSpan().IndexOfAny(":时時点點") >= 0 || text[^1] is 'm' or 'M' or '.';

    /// <summary>Whether the hour is one of the second half of the day; null where nothing is said.</summary>
    private static bool? HalfOf(Match match) => match.Groups["p"] is { Success: true } english ? english.Value is "p" or "P"
        : match.Groups["c"] is { Success: true } chinese ? chinese.Value is "下午" or "오후" or "晚上" or "傍晚" or "午後" || (chinese.Value == "中午" && Number(match, "h") < 11) : null;

    private static int Number(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"(?:(?<=\d)T|(?<![^\s,:日号號一二三四五六天\)）]))(?:(?<c>上午|下午|오전|오후|凌晨|早上|早晨|中午|晚上|傍晚|午前|午後)\s?)?"
        + @"(?:(?<h>\d{1,2})(?::(?<m>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?|[时時点點](?:(?<m>\d{1,2})分?(?:(?<s>\d{1,2})秒)?)?整?)|(?<h>\d{1,2})(?=\s?[ap]\.?\s?m))"
        + @"(?:\s?(?<p>[ap])\.?\s?m(?:\.|(?![a-z])))?(?:\s?(?:Z|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|CES?T|MES?Z|E[SD]T|C[SD]T|M[SD]T|P[SD]T|BST|JST|MSK|Uhr))?(?:\s?[+-]\d{2}:?(?:\d{2})?)?(?:\s?\([^()]*\))?(?=$|[\s,])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
