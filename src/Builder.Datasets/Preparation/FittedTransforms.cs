using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Datasets.Tokenizers;
using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>
/// Everything that was learned from the training rows of a data set. Saved with a model, it treats new rows as the training rows
/// were treated, and turns what the network gives back into units, names and text.
/// </summary>
/// <param name="DataSetId">The data set.</param>
/// <param name="Columns">Its columns, in the document's order.</param>
public sealed record FittedTransforms(string DataSetId, ImmutableArray<FittedColumn> Columns)
{
    // What is null is written too, so that a property that is missing means a damaged file.
    private static readonly JsonSerializerOptions s_options = new(DataJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Version of the format that <see cref="ToJson"/> writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the format.</summary>
    [JsonPropertyOrder(-1)]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>What the network gets of each column.</summary>
    [JsonIgnore]
    public ImmutableArray<ColumnSchema> Schema => [.. Columns.Select(c => c.Schema)];

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FittedColumn this[string column] =>
        Columns.FirstOrDefault(c => c.Name == column) ?? throw new ArgumentException($"There is no column {column}.", nameof(column));

    /// <summary>Name of a class of a column.</summary>
    public string ClassName(string column, int index) => this[column].ClassName(index);

    /// <summary>A number that the network gave for a column, in the unit of the source.</summary>
    public double ToUnits(string column, double value) => this[column].ToUnits(value);

    /// <summary>The tokenizer of a text column.</summary>
    /// <exception cref="ArgumentException">The column is no text.</exception>
    public FittedTokenizer TokenizerOf(string column) =>
        this[column].Step<FittedTokenize>()?.Tokenizer ?? throw new ArgumentException($"Column {column} is no text.", nameof(column));

    /// <summary>The text of the token numbers that the network gave for a column; padding is left out.</summary>
    public string DecodeTokens(string column, IEnumerable<int> ids) => TokenizerOf(column).Decode(ids);

    /// <summary>The same with other names for classes of a column: what a network gives is called by them from then on, and rows that hold them are read.</summary>
    /// <param name="column">The column.</param>
    /// <param name="names">The new name of each class that gets one.</param>
    /// <exception cref="ArgumentException">There is no such column, or two classes would have one name.</exception>
    public FittedTransforms WithClassNames(string column, IReadOnlyDictionary<string, string> names)
    {
        var before = this[column];
        var called = Called(before.Schema.ClassNames, names);
        if (called.Distinct(StringComparer.Ordinal).Count() != called.Length)
        {
            throw new ArgumentException("Two classes would have one name.", nameof(names));
        }

        var after = before with
        {
            Schema = before.Schema with { ClassNames = called },
            Steps = [.. before.Steps.Select(step => step switch
            {
                FittedOrdinal ordinal => ordinal with { Classes = Called(ordinal.Classes, names) },
                FittedOneHot oneHot => new FittedOneHot(Called(oneHot.Classes, names)),
                FittedMultiHot multiHot => multiHot with { Classes = Called(multiHot.Classes, names) },
                _ => step,
            })],
        };
        return this with { Columns = Columns.Replace(before, after) };
    }

    private static ImmutableArray<string> Called(ImmutableArray<string> classes, IReadOnlyDictionary<string, string> names) =>
        [.. classes.Select(name => names.GetValueOrDefault(name, name))];

    /// <summary>The data set whose new rows are read as the training rows were: with the order of day and month that was found there.</summary>
    public DataSet WithDateOrders(DataSet dataSet)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        var orders = Columns.Select(c => (c.Source, c.Step<FittedReadDate>()?.Order)).Where(c => c.Order is not null).DistinctBy(c => c.Source).Select(c => KeyValuePair.Create(c.Source, c.Order!.Value));
        return dataSet.Source is TableSource source ? dataSet with { Source = source with { DateOrders = (source.DateOrders ?? TableSource.NoDateOrders).SetItems(orders) } } : dataSet;
    }

    /// <summary>The transforms as JSON in UTF-8; the same transforms always give the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="file">Name of the file they come from, for the error.</param>
    /// <exception cref="DataException">They are something else, or of a newer format.</exception>
    public static FittedTransforms FromJson(ReadOnlySpan<byte> json, string file)
    {
        FittedTransforms? fitted;
        try
        {
            fitted = JsonSerializer.Deserialize<FittedTransforms>(json, s_options);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw PreparationErrors.FittedUnreadable(file, problem);
        }
        if (fitted is null)
        {
            throw PreparationErrors.FittedUnreadable(file, null);
        }
        return fitted.Format == CurrentFormat ? fitted : throw PreparationErrors.FittedNewer(file, fitted.Format);
    }
}
