using System.Text;
using Builder.Graph;

namespace Builder.Datasets;

/// <summary>Puts the place in front of what is wrong.</summary>
internal static class DataErrors
{
    /// <summary>An error at a place; what is not known of the place is left out.</summary>
    /// <param name="code">Stable name of the kind of error.</param>
    /// <param name="file">File or folder.</param>
    /// <param name="row">Row of data, the first being 1.</param>
    /// <param name="column">Column.</param>
    /// <param name="en">What is wrong and what can be done, in English.</param>
    /// <param name="zh">The same in Chinese.</param>
    /// <param name="inner">The technical cause, for the log.</param>
    public static DataException At(string code, string? file, int? row, string? column, string en, string zh, Exception? inner = null)
    {
        var english = new StringBuilder(file);
        var chinese = new StringBuilder(file);
        if (row is { } number)
        {
            english.Append(Separator(english, ", ")).Append("row ").Append(number);
            chinese.Append(Separator(chinese, "，")).Append("第 ").Append(number).Append(" 行");
        }
        if (column is not null)
        {
            english.Append(Separator(english, ", ")).Append("column \"").Append(column).Append('"');
            chinese.Append(Separator(chinese, "，")).Append('“').Append(column).Append("”列");
        }
        english.Append(Separator(english, ": ")).Append(en);
        chinese.Append(Separator(chinese, "：")).Append(zh);
        return new DataException(code, new Localized(english.ToString(), chinese.ToString()), new DataPlace(file, row, column), inner);
    }

    private static string Separator(StringBuilder before, string separator) => before.Length == 0 ? "" : separator;
}
