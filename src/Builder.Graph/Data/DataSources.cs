using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Where the rows of a data set come from. Paths are relative to the project's folder.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TableSource), "table")]
[JsonDerivedType(typeof(PicturesSource), "pictures")]
[JsonDerivedType(typeof(IdxSource), "idx")]
[JsonDerivedType(typeof(TextSource), "text")]
public abstract record DataSource
{
    private protected DataSource()
    {
    }
}

/// <summary>
/// A table: in a text file (comma, tab, semicolon or otherwise separated, aligned by blanks, JSON, ARFF, HTML), a workbook (.xlsx, .xls, .ods) or Parquet, plain or
/// compressed with gzip or zip. What a file is its content says.
/// </summary>
public sealed record TableSource : DataSource
{
    /// <summary>What is read as a missing value where a source does not say otherwise.</summary>
    public static ImmutableArray<string> UsualMissing { get; } = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

    /// <summary>Stands for "no delimiter", for a file of one column whose texts hold all usual ones: the unit separator of ASCII, which nobody types.</summary>
    public const string OneColumn = "\u001F";

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The character between two fields; null to detect it.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The decimal mark, "." or ","; null to detect it. It decides only where a number can be read both ways, as 21,522 can.</summary>
    public string? Decimal { get; init; }

    /// <summary>The decimal marks of columns that are written otherwise than <see cref="Decimal"/> says, by the column's name in the file.</summary>
    public ImmutableSortedDictionary<string, string>? Decimals { get; init; }

    /// <summary>How columns write their dates, by the column's name in the file, where a cell alone does not tell; what is not named is found out.</summary>
    public ImmutableSortedDictionary<string, DateOrder>? DateOrders { get; init; }

    /// <summary>The columns of which a person has said how their dates or durations are read, where that could be read otherwise as well; null for none.</summary>
    public ImmutableSortedSet<string>? Settled { get; init; }

    /// <summary>
    /// Whether what stands behind the numbers of a column multiplies them, as in "1.2M" or "3万", by the column's name in the file; where it is not named it does not, and it is
    /// found out when the table is looked at.
    /// </summary>
    public ImmutableSortedDictionary<string, bool>? Magnitudes { get; init; }

    /// <summary>The file's encoding, such as utf-8, windows-1252, gb18030 or shift-jis; null to detect it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which table is read where the file has several: a sheet of a workbook, a table of a web page, a file of a zip; null for the one with the most cells.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether cells that are one with others of a workbook are each filled with what stands in them; without it only the first has it.</summary>
    public bool? FillMerged { get; init; }

    /// <summary>How a text file holds its table: one of the first four ways; null to detect it.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>
    /// Whether a first column between tabs that holds several in one, such as "freq,unit,geo\TIME_PERIOD" above "A,PC,DE", is taken apart; null to detect it where no delimiter is given.
    /// </summary>
    public bool? SplitsKeys { get; init; }

    /// <summary>What double quotes mean; null to detect it.</summary>
    public QuoteStyle? Quotes { get; init; }

    /// <summary>Lines of the file that stand above the table, such as a title; null to detect them.</summary>
    public int? LinesAbove { get; init; }

    /// <summary>Lines of the file, blank ones not counted, that stand below the table, such as its source; null to detect them.</summary>
    public int? LinesBelow { get; init; }

    /// <summary>The lines that hold the columns' names and more about them; null to detect them. Without names they are "column 1", "column 2", …</summary>
    public TableHeader? Header { get; init; }

    /// <summary>The fields that mean "no value".</summary>
    public ImmutableArray<string> Missing { get; init; } = UsualMissing;

    /// <summary><see cref="DateOrders"/> to add to.</summary>
    public static ImmutableSortedDictionary<string, DateOrder> NoDateOrders { get; } = ImmutableSortedDictionary.Create<string, DateOrder>(StringComparer.Ordinal);

    /// <summary>How a column writes its dates; null where nothing is said.</summary>
    public DateOrder? DateOrderOf(string column) => DateOrders is { } orders && orders.TryGetValue(column, out var order) ? order : null;

    /// <summary>The same where a person has said how a column writes its dates or durations.</summary>
    public TableSource WithOrder(string column, DateOrder order) => this with
    {
        DateOrders = (DateOrders ?? NoDateOrders).SetItem(column, order), Settled = (Settled ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal)).Add(column),
    };

    /// <summary>Whether a person has said how a column's dates or durations are read.</summary>
    public bool IsSettled(string column) => Settled?.Contains(column) == true;

    /// <summary>Whether what stands behind the numbers of a column multiplies them; null where nothing is said.</summary>
    public bool? MagnitudesOf(string column) => Magnitudes is { } known && known.TryGetValue(column, out var are) ? are : null;

    /// <summary>Whether it is said that what stands behind the numbers of a column multiplies them.</summary>
    public bool HasMagnitudes(string column) => MagnitudesOf(column) == true;

    /// <summary>The same where it is said whether what stands behind the numbers of a column multiplies them.</summary>
    public TableSource WithMagnitudes(string column, bool are) => this with
    {
        Magnitudes = (Magnitudes ?? ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal)).SetItem(column, are),
    };

    /// <summary>The decimal mark of a column: its own, that of the table, or a point where nothing is said.</summary>
    public string DecimalOf(string column) => Decimals?.GetValueOrDefault(column) ?? Decimal ?? ".";
}

/// <summary>
/// Pictures in a folder or a zip file, one sub-folder a class. Columns: <c>picture</c>, <c>class</c> (the sub-folder's name), <c>part</c> (where sub-folders are called
/// train, val, test or the like), <c>file</c> (the path inside, with forward slashes), and those of <see cref="Labels"/>. Ordered by <c>file</c>.
/// </summary>
public sealed record PicturesSource : DataSource
{
    /// <summary>The column of the folder that names the class.</summary>
    public const string ClassColumn = "class";

    /// <summary>The column of the folder that says what a picture is for; there where folders do.</summary>
    public const string PartColumn = "part";

    /// <summary>The column of the paths.</summary>
    public const string FileColumn = "file";

    /// <summary>The folder or zip file.</summary>
    public required string Path { get; init; }

    /// <summary>A table beside the pictures that says more about each; null where none is used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PictureLabels? Labels { get; init; }
}

/// <summary>
/// A table in the same folder or zip file as pictures, such as labels.csv, whose rows are joined to them by their file names. Its columns become those of the pictures;
/// one that is called as a column of the pictures gets the table's name behind its own, such as "class (labels.csv)".
/// </summary>
public sealed record PictureLabels
{
    /// <summary>How the table is read. Its path is the one inside the folder or zip file.</summary>
    public required TableSource Table { get; init; }

    /// <summary>Name of the column that <see cref="Ticks"/> are together.</summary>
    public const string TicksColumn = "labels";

    /// <summary>The table's column that names the files: with folders or without, with their ending or without.</summary>
    public required string Names { get; init; }

    /// <summary>
    /// Columns of the table that each say of one label whether a picture has it, with 1 and 0 or true and false: together they are one column
    /// <see cref="TicksColumn"/> of several labels in a cell. None where nothing is said.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Ticks { get; init; }

    /// <inheritdoc/>
    public bool Equals(PictureLabels? other) => other is not null && Table == other.Table && Names == other.Names && Ticks.AsSpan().SequenceEqual(other.Ticks.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Names);
}

/// <summary>Pictures and labels in IDX files, as MNIST is distributed; plain or gzip. Columns: <c>picture</c>, <c>label</c>.</summary>
public sealed record IdxSource : DataSource
{
    /// <summary>File of the pictures (3 dimensions: grey; 4: with channels last), unsigned bytes.</summary>
    public required string Images { get; init; }

    /// <summary>File of the labels (1 dimension, unsigned bytes); null where there are none.</summary>
    public string? Labels { get; init; }

    /// <summary>Names of the labels 0, 1, 2, …; empty to show the numbers themselves.</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];
}

/// <summary>
/// One running text, plain or gzip. Columns: <c>text</c>, and <c>next</c>, which is the text moved on by one token.
/// </summary>
public sealed record TextSource : DataSource
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The file's encoding, such as utf-8, windows-1252, gb18030 or shift-jis; null to detect it.</summary>
    public string? Encoding { get; init; }
}
