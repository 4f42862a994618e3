using System.Globalization;
using System.Text;
using Builder.Datasets.Csv;

namespace Builder.Datasets.Sheets;

/// <summary>Writes rows of cells as the text that the reader of tables takes.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Cells of every row; what a row lacks is empty.</param>
internal sealed class RowText(Stream output, int width) : IDisposable
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);

    /// <summary>A row; null for an empty cell.</summary>
    /// <param name="cells">Its cells; those beyond the width are left out.</param>
    /// <param name="isKept">Whether a row of empty cells is one: in a sheet it is a gap.</param>
    public void Write(IReadOnlyList<string?> cells, bool isKept)
    {
        var isFilled = cells.Take(width).Any(c => !string.IsNullOrEmpty(c));
        if (isKept || isFilled)
        {
            for (var i = 0; i < width; i++)
            {
                if (i > 0)
                {
                    _writer.Write((char)TableText.CellEnd);
                }

                // Without this a row that is one although it is empty would be a blank line.
                Cell(i < cells.Count ? cells[i] : null, isMarked: i == 0 && !isFilled);
            }
        }

        _writer.Write((char)TableText.RowEnd);
    }

    public void Dispose() => _writer.Dispose();

    private void Cell(string? text, bool isMarked)
    {
        if (string.IsNullOrEmpty(text))
        {
            _writer.Write(isMarked ? "\"\"" : "");
            return;
        }

        var clean = text.AsSpan().ContainsAny((char)TableText.CellEnd, (char)TableText.RowEnd, '\0')
            ? text.Replace((char)TableText.CellEnd, ' ').Replace((char)TableText.RowEnd, ' ').Replace('\0', ' ') : text;
        clean = clean.TrimEnd('\r');
        _writer.Write(clean.Length > 0 && clean[0] == '"' ? $"\"{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : clean);
    }
}

/// <summary>Writes values of typed cells so that they are read back the same, whatever the country.</summary>
internal static class CellText
{
    // A time of day alone is one of these days in a spreadsheet.
    private static readonly DateTime s_firstNoDate = new(1899, 12, 30);
    private static readonly DateTime s_lastNoDate = new(1899, 12, 31);

    /// <summary>The text of a value; null for an empty one.</summary>
    public static string? Of(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        double number => Of(number),
        float number => float.IsNaN(number) ? null : Of(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        Half number => Of((double)number),
        decimal number => Unmistakable(number.ToString("0.############################", CultureInfo.InvariantCulture)),
        bool yes => yes ? "true" : "false",
        DateTime { TimeOfDay: var time } moment when time == TimeSpan.Zero => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment when moment.Date >= s_firstNoDate && moment.Date <= s_lastNoDate => moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        DateTimeOffset moment => Of(moment.UtcDateTime),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => Of(span),
        Guid id => id.ToString(),
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string? Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? null : number > 0 ? "inf" : "-inf";
        }

        // What a sheet shows as 0.3 is kept as 0.30000000000000004.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return Unmistakable(text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < 1e15 && Math.Abs(number) >= 1e-9
            ? number.ToString("0.##########################", CultureInfo.InvariantCulture) : text);
    }

    // "21.522" could be twenty-one thousand where points group thousands.
    private static string Unmistakable(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && number.Length - point == 4 && !number.Contains('E', StringComparison.Ordinal) ? number + "0" : number;
    }

    private static string Of(TimeSpan span) => (span < TimeSpan.Zero ? "-" : "")
        + string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Abs(Math.Truncate(span.TotalHours)):00}:{Math.Abs(span.Minutes):00}:{Math.Abs(span.Seconds):00}");
}
