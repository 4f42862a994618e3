using System.Globalization;
using Builder.Graph;

namespace Builder.Web.Home;

/// <summary>How long something has been, as people say it.</summary>
public static class Ago
{
    /// <summary>The words for the time between two moments.</summary>
    public static Localized Of(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalMinutes: < 1 } => new("just now", "刚刚"),
        { TotalMinutes: < 2 } => new("a minute ago", "1 分钟前"),
        { TotalHours: < 1 } span => new($"{(int)span.TotalMinutes} minutes ago", $"{(int)span.TotalMinutes} 分钟前"),
        { TotalHours: < 2 } => new("an hour ago", "1 小时前"),
        { TotalDays: < 1 } span => new($"{(int)span.TotalHours} hours ago", $"{(int)span.TotalHours} 小时前"),
        { TotalDays: < 2 } => new("yesterday", "昨天"),
        { TotalDays: < 14 } span => new($"{(int)span.TotalDays} days ago", $"{(int)span.TotalDays} 天前"),
        _ => OnDay(then),
    };

    private static Localized OnDay(DateTimeOffset then) => new(
        then.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{then.Year}年{then.Month}月{then.Day}日"));
}
