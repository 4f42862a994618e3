using System.Collections.Frozen;

namespace Builder.Datasets.Dates;

/// <summary>Words that stand in dates: names of months in English and in some languages of Europe, and what may stand beside them.</summary>
internal static class MonthNames
{
    // A line is a month; capital letters and points do not matter.
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro styczeń stycznia января янв январь ianuarie január ocak ledna tammikuuta січня ιανουαρίου",
        "february feb februar februari feber février févr fév febrero febbraio fevereiro fev luty lutego февраля фев февр февраль februarie február şubat února helmikuuta лютого φεβρουαρίου",
        "march mar märz mär mrz maart mrt mars marzo março marzec marca марта мар март martie március maret mart března maaliskuuta березня μαρτίου",
        "april apr avril avr abril abr aprile kwiecień kwietnia апреля апр апрель aprilie április nisan dubna huhtikuuta квітня απριλίου",
        "may mai mei mayo maggio mag maio maj maja мая май május mayıs května toukokuuta травня μαΐου",
        "june jun juni juin junio giugno giu junho czerwiec czerwca июня июн июнь iunie június haziran června kesäkuuta червня ιουνίου",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca июля июл июль iulie július temmuz července heinäkuuta липня ιουλίου",
        "august aug augustus août agosto ago augusti sierpień sierpnia августа авг август augusztus agustus ağustos srpna elokuuta серпня αυγούστου",
        "september sep sept septembre septiembre settembre set setembro wrzesień września сентября сен сент сентябрь septembrie szeptember eylül září syyskuuta вересня σεπτεμβρίου",
        "october oct oktober okt octobre octubre ottobre ott outubro out październik października октября окт октябрь octombrie október ekim října lokakuuta жовтня οκτωβρίου",
        "november nov novembre noviembre novembro listopad listopada ноября ноя нояб ноябрь noiembrie kasım listopadu marraskuuta листопада νοεμβρίου",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia декабря дек декабрь decembrie desember aralık prosince joulukuuta грудня δεκεμβρίου",
    }.SelectMany((names, month) => names.Split(' ').Select(name => (Name: name, Month: month + 1)))
        .DistinctBy(n => n.Name).ToFrozenDictionary(n => n.Name, n => n.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Weekdays = (
        "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
        + "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
        + "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
        + "lunes martes mié miércoles jueves jue viernes vie sábado sáb domingo dom lunedì martedì mercoledì gio giovedì venerdì sabato domenica "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Beside = new[] { "of", "the", "de", "del", "den", "der", "le", "st", "nd", "rd", "th", "er", "º", "do", "da", "г", "года", "at", "on" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a month, 1 … 12; 0 where the word is none.</summary>
    public static int MonthOf(ReadOnlySpan<char> word) => Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var month) ? month : 0;

    /// <summary>Whether a word may stand in a date without changing it, such as a day of the week.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> word) =>
        Weekdays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || Beside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
