using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Files of kinds that hold no table, or none that can be read: each is refused as what it is, with a way out.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Excel 97 with its record FilePass ([MS-XLS] 2.4.117), here in the place of the four that follow the first.</summary>
    [Fact]
    public void An_old_workbook_with_a_password_is_refused_with_a_way_out()
    {
        var bytes = Old();
        var place = bytes.AsSpan().IndexOf<byte>([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]) + 20;
        byte[] encryption = [0x2F, 0, 54, 0, 1, 0, 1, 0, 1, 0, .. Enumerable.Range(1, 48).Select(i => (byte)i)];
        byte[] rest = [0x5C, 0, 70, 0];
        Assert.Equal(0x5C, bytes[place + 16]);
        encryption.CopyTo(bytes, place);
        rest.CopyTo(bytes, place + encryption.Length);

        Assert.Equal("sheet-password", Refused("locked.xls", bytes).Code);
    }

    /// <summary>Word, PowerPoint and Outlook of old have the container of old workbooks.</summary>
    [Fact]
    public void An_old_document_of_another_kind_is_not_called_damaged()
    {
        var bytes = Old();
        var name = Encoding.Unicode.GetBytes("Workbook");
        Encoding.Unicode.GetBytes("WordDocu").CopyTo(bytes, bytes.AsSpan().IndexOf(name));

        Assert.Equal("sheet-other-document", Refused("letter.doc", bytes).Code);
    }

    /// <summary>Two billion empty rows in front of one would take minutes.</summary>
    [Fact]
    public void A_row_far_below_the_last_that_Excel_can_hold_is_damage() => Assert.Equal("sheet-damaged", Refused("far.xlsx", TableWriters.Xlsx(("Data", """
        <sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="2147483647"><c r="A2147483647"><v>3</v></c></row></sheetData>
        """))).Code);

    /// <summary>A small file that claims a size of thousands of columns would be asked for a hundred million empty cells.</summary>
    [Fact]
    public void More_columns_than_an_old_workbook_can_hold_are_damage()
    {
        const int Dimensions = 0x0200;
        var bytes = Old();
        var size = bytes.AsSpan().IndexOf<byte>([Dimensions & 0xFF, Dimensions >> 8, 14, 0]);
        BitConverter.GetBytes((ushort)4000).CopyTo(bytes, size + 4 + 10);

        Assert.Equal("sheet-damaged", Refused("wide.xls", bytes).Code);
    }

    [Fact]
    public void A_zip_with_a_password_is_refused_with_a_way_out()
    {
        var bytes = TableWriters.Zip(("table.csv", "a,b\n1,2\n"u8.ToArray()));

        // Bit 0 of the flags, in front of the file and in the list of files.
        foreach (var (signature, flags) in new[] { (0x04034B50u, 6), (0x02014B50u, 8) })
        {
            var start = bytes.AsSpan().IndexOf(BitConverter.GetBytes(signature));
            bytes[start + flags] |= 1;
        }

        Assert.Equal("archive-password", Refused("table.zip", bytes).Code);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<rows><row><a>1</a></row><row><a>2</a></row></rows>\n", "sheet-xml")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>\n", "sheet-xml")]
    [InlineData("SQLite format 3\0\u0010\0\u0001\u0001\0\0\0\0", "table-binary")]
    [InlineData("%PDF-1.4\n\u0001\u0002\u0003\0\0\0 obj", "table-binary")]
    [InlineData("ARROW1\0\0\u0010\0\0\0", "table-binary")]
    [InlineData("", "table-empty")]
    [InlineData("  \r\n\n \t\n", "table-empty")]
    [InlineData("a;b;c\r\n", "data-no-rows")]
    [InlineData("{\"a\": {\"b\": 3", "sheet-json")]
    [InlineData("[]", "sheet-no-table")]
    [InlineData("<!doctype html><p>Not found</p>", "sheet-no-table")]
    [InlineData("@relation r\n@attribute a numeric\n@data\n", "data-no-rows")]
    public void What_holds_no_table_is_said(string content, string code) => Assert.Equal(code, Refused("given.csv", Encoding.UTF8.GetBytes(content)).Code);

    [Theory]
    [InlineData("inner.zip", "sheet-no-table")]
    [InlineData("readme.md", "sheet-no-table")]
    [InlineData("word/document.xml", "sheet-other-document")]
    public void A_zip_without_a_table_is_said(string name, string code)
    {
        var inner = name.EndsWith(".zip", StringComparison.Ordinal) ? TableWriters.Zip(("photo.heic", "text"u8.ToArray())) : "text"u8.ToArray();
        Assert.Equal(code, Refused("given.zip", code == "sheet-other-document" ? TableWriters.Zip(("[Content_Types].xml", []), (name, inner)) : TableWriters.Zip((name, inner))).Code);
    }

    /// <summary>Lines, JSON, pages and the like are read through when they are opened: bytes that are no characters are told there.</summary>
    [Theory]
    [InlineData("[{\"a\":1},{\"a\":2}]")]
    [InlineData("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>")]
    [InlineData("@relation r\n@attribute a numeric\n@data\n1\n")]
    [InlineData("__label__a one\n__label__b two\n")]
    public void Bytes_that_do_not_fit_the_encoding_are_told(string content)
    {
        byte[] bytes = [.. new UTF32Encoding(bigEndian: true, byteOrderMark: true).GetPreamble(), .. new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(content + new string('\n', 40_000)), 0x6E, 0, 0, 0];

        Assert.Equal("table-wrong-encoding", Refused("given.txt", bytes).Code);
    }

    [Fact]
    public void A_workbook_of_charts_alone_holds_no_table() => Assert.Equal("sheet-no-table", Refused("charts.xlsx", TableWriters.Xlsx(("Chart1", "<drawing/>"))).Code);

    /// <summary>A zip of a few megabytes that says that it unpacks to two gigabytes takes no more memory than it fills.</summary>
    [Fact]
    public void A_length_that_an_archive_does_not_fill_costs_no_memory()
    {
        var random = new byte[6_000_000];
        new Random(3).NextBytes(random);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("table.csv", CompressionLevel.NoCompression).Open();
            entry.Write(random);
        }

        var bytes = packed.ToArray();
        var list = bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(0x02014B50u));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(list + 24), 2_000_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("archive-corrupt", Refused("large.zip", bytes).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Old() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", "excel97.xls"));

    private DataException Refused(string name, byte[] bytes)
    {
        _folder.Write(name, bytes);
        var refused = Assert.Throws<DataException>(() => SourceInspection.Of(new TableSource { Path = name }, _folder.Path, TestContext.Current.CancellationToken));
        Assert.Contains(name, refused.Words.Zh, StringComparison.Ordinal);
        return refused;
    }
}
