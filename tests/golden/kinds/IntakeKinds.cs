using System.Globalization;
using System.Text;

namespace Builder.Tests.Intake;

/// <summary>
/// Kinds of tables beyond the files in tests/golden/intake: other countries, letters, gaps, dates, programs. Each is made here, with what a person expects to be read. What is told of
/// them may be more than is named.
/// </summary>
internal static partial class IntakeKinds
{
    private const int Rows = 120;

    // Made when first asked for: by then the words of all files of this class are there.
    private static readonly Lazy<IReadOnlyList<IntakeTable>> s_all = new(() => [.. Numbers(), .. Gaps(), .. Dates(), .. Lines(), .. Headers(), .. Letters(), .. Programs(), .. Workbooks(), .. Documents(), .. Exports()]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IntakeTable> All => s_all.Value;

    /// <summary>A table in a text file.</summary>
    private static IntakeTable Text(string file, string text, string columns, string cells, params string[] told) => Bytes(file, Encoding.UTF8.GetBytes(text), columns, cells, told);

    private static IntakeTable Bytes(string file, byte[] bytes, string columns, string cells, params string[] told) => new(file, columns, cells, told) { Content = bytes };

    /// <summary>Names and rows, a line each.</summary>
    private static string Table(string names, Func<int, string> row, int rows = Rows, string end = "\n") =>
        names + end + string.Concat(Enumerable.Range(0, rows).Select(i => row(i) + end));

    /// <summary>An amount that differs in every row: 1234.5, 1551.75, 1869, …</summary>
    private static double Amount(int i) => 1234.5 + (i * 317.25);

    /// <summary>A number as a country writes it.</summary>
    private static string Written(double value, string thousands, string mark, int decimals = 2) =>
        value.ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace(",", "\u0001", StringComparison.Ordinal).Replace(".", mark, StringComparison.Ordinal).Replace("\u0001", thousands, StringComparison.Ordinal);

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Yes or no, without a pattern that another column could tell.</summary>
    private static string Sold(int i, string yes = "yes", string no = "no") => i * 7919 % 31 % 2 == 0 ? yes : no;

    private static string Place(int i, params string[] places) => places[i * 104729 % 61 % places.Length];

    private static int Pieces(int i) => i * 7907 % 101;
}
