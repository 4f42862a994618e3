using System.Globalization;

namespace Builder.Tests.Intake;

/// <content>Dates as countries and programs write them.</content>
internal static partial class IntakeKinds
{
    private static readonly string[] s_german = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] s_french = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] s_turkish = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];
    private static readonly string[] s_ukrainian = ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    private static IEnumerable<IntakeTable> Dates()
    {
        const string Columns = "when date · pieces number · sold category*";
        IntakeTable Of(string file, Func<DateTime, string> written, string first, string second, Func<int, DateTime>? moment = null, params string[] told) => Text(
            file, Table("when;pieces;sold", i => $"{written((moment ?? Moment)(i))};{Pieces(i)};{Sold(i)}"), Columns, $"when 1 = {first} · when 2 = {second}".TrimEnd(), told);
        const string First = "2024-01-01", Second = "2024-01-05", FirstAt = "2024-01-01 15:05", SecondAt = "2024-01-05 16:05";

        yield return Of("german-months.csv", d => $"{d.Day}. {s_german[d.Month - 1]} {d.Year}", First, Second);
        yield return Of("french-months.csv", d => $"{d.Day}{(d.Day == 1 ? "er" : "")} {s_french[d.Month - 1]} {d.Year}", First, Second);
        yield return Of("turkish-months.csv", d => $"{d.Day} {s_turkish[d.Month - 1]} {d.Year}", First, Second);
        yield return Of("ukrainian-months.csv", d => $"{d.Day} {s_ukrainian[d.Month - 1]} {d.Year}", First, Second);
        yield return Of("japanese-weekdays.csv", d => $"{d.Year}年{d.Month}月{d.Day}日({"日月火水木金土"[(int)d.DayOfWeek]})", First, Second);
        yield return Of("korean-times.csv", d => $"{d.Year}년 {d.Month}월 {d.Day}일 {(d.Hour < 12 ? "오전" : "오후")} {(d.Hour + 11) % 12 + 1}:{d.Minute:00}", FirstAt, SecondAt);
        yield return Of("chinese-times.csv", d => $"{d.Year}年{d.Month}月{d.Day}日 {(d.Hour < 12 ? "上午" : "下午")}{(d.Hour + 11) % 12 + 1}:{d.Minute:00}", FirstAt, SecondAt);
        yield return Of("oracle.csv", d => d.ToString("dd-MMM-yy", CultureInfo.InvariantCulture).ToUpperInvariant(), First, Second);
        yield return Of("apache-log.csv", d => d.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture) + " +0000", FirstAt, SecondAt);
        yield return Of("mail.csv", d => d.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " GMT", FirstAt, SecondAt);
        yield return Of("us-words.csv", d => d.ToString("MMMM d", CultureInfo.InvariantCulture) + (d.Day % 10 == 1 && d.Day != 11 ? "st" : d.Day % 10 == 2 && d.Day != 12 ? "nd" : d.Day % 10 == 3 && d.Day != 13 ? "rd" : "th") + d.ToString(", yyyy h:mm tt", CultureInfo.InvariantCulture), FirstAt, SecondAt);
        yield return Of("us-slashes.csv", d => d.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture), FirstAt, SecondAt);
        yield return Of("british-points.csv", d => d.ToString("dd.MM.yy", CultureInfo.InvariantCulture), First, Second, null, "short-years(when):");
        yield return Of("offsets.csv", d => d.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+02:00", FirstAt, SecondAt);
        yield return Of("arabic-digits.csv", d => Arabic(d.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), First, Second);
        yield return Of("statistics-months.csv", d => d.ToString("yyyy'M'MM", CultureInfo.InvariantCulture), "2010-01-01", "2010-02-01", Month);
        yield return Of("stata-months.csv", d => $"{d.Year}m{d.Month}", "2010-01-01", "2010-02-01", Month);
        yield return Of("months-behind.csv", d => d.ToString("MM/yyyy", CultureInfo.InvariantCulture), "2010-01-01", "2010-02-01", Month);
        yield return Of("quarters.csv", d => $"Q{(d.Month + 2) / 3} {d.Year}", "2010-01-01", "2010-04-01", i => new DateTime(2010, 1, 1).AddMonths(3 * i));
        yield return Of("gaps.csv", d => d.Day == 5 ? "n/a" : d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), First, "", null, "not-dates(when): That means “no value” | Leave the rows out | Make it a category");
        yield return Text(
            "milliseconds.csv", Table("created;pieces;sold", i => $"{new DateTimeOffset(Moment(i), TimeSpan.Zero).ToUnixTimeMilliseconds()};{Pieces(i)};{Sold(i)}"),
            "created number · pieces number · sold category*", "created 1 = 1704121500000", "may-be-dates(created): Read them as dates");
    }

    private static DateTime Moment(int i) => new DateTime(2024, 1, 1, 15, 5, 0).AddDays(4 * i).AddHours(i % 8);

    private static DateTime Month(int i) => new DateTime(2010, 1, 1).AddMonths(i);
}
