using Builder.Datasets.Import;
using Builder.Datasets.Text;
using Builder.Graph.Data;
using Builder.Tests.Damaged;

namespace Builder.Datasets.Tests.Import;

/// <summary>Running texts, and texts of one line each, that are damaged, in every kind of letters.</summary>
public sealed class DamagedTextTests : IDisposable
{
    private const string Text = "Der Fluß war größer als gedacht.\nDas Wasser stieg, und die Brücke hielt.\r\n\nSo endet es: schön.\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(TextEncoding.Utf8)]
    [InlineData(TextEncoding.Windows1252)]
    [InlineData(TextEncoding.Utf16LittleEndian)]
    [InlineData(TextEncoding.Utf32BigEndian)]
    public void A_damaged_text_is_read_or_refused_in_words(string encoding) => Damage.Try($"text in {encoding}", TextEncoding.Find(encoding)!.GetBytes(Text), bytes =>
    {
        _folder.Write("damaged.txt", bytes);
        Refused(() => DataImport.Read(new DataSet { Id = "text", Source = new TextSource { Path = "damaged.txt" } }, _folder.Path, CancellationToken.None));
        Refused(() => DataImport.Read(
            new DataSet { Id = "lines", Source = new TableSource { Path = "damaged.txt", Layout = TableLayout.Lines }, Columns = [new() { Name = "text", Type = ColumnType.Text }] }, _folder.Path, CancellationToken.None));
    });

    public void Dispose() => _folder.Dispose();

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (DataException refused)
        {
            Assert.Contains("damaged.txt", refused.Words.Zh, StringComparison.Ordinal);
        }
    }
}
