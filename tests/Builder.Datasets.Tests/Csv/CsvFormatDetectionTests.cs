using System.Text;
using Builder.Datasets.Csv;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Csv;

public sealed class CsvFormatDetectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a,b\n1,2\n", ',', '.', true)]
    [InlineData("a;b\n1,5;2,5\n3;4,25\n", ';', ',', true)]
    [InlineData("1,5;2,5\n3,25;4\n", ';', ',', false)]
    [InlineData("a\tb\nx y, z\tq\n", '\t', '.', true)]
    [InlineData("a|b\n1|2\n", '|', '.', true)]
    [InlineData("1,2\n3,4\n", ',', '.', false)]
    [InlineData("name,city\nAnn,Rome\nBob,Oslo\n", ',', '.', true)]
    [InlineData("Ann,Rome\nBob,Oslo\nAnn,Oslo\n", ',', '.', false)]
    [InlineData("2015-01-01,rain\n2015-01-02,sun\n", ',', '.', false)]
    [InlineData("n,price\nx,\"1,234\"\ny,\"2,500\"\n", ',', '.', true)]
    [InlineData("\"a;b\",\"c;d\"\n1,2\n", ',', '.', true)]
    public void Separator_decimal_mark_and_header_are_told_from_the_text(string text, char delimiter, char mark, bool header)
    {
        var path = _folder.Write("t.csv", text);
        var format = CsvFormatDetection.Detect(new TableSource { Path = path }, path);
        Assert.Equal((delimiter, mark, header), ((char)format.Delimiter, (char)format.DecimalMark, format.HasHeader));
    }

    [Fact]
    public void A_single_column_of_sentences_with_commas_stays_one_column()
    {
        var path = _folder.Write("t.csv", "text\nHello, world\nOne; two, three\n");
        Assert.Equal(["text"], new CsvTable(path, CsvFormatDetection.Detect(new TableSource { Path = path }, path)).ReadNames());
    }

    public static TheoryData<string, string, bool> Encodings => new()
    {
        { TextEncoding.Utf8, "名字,城市\n王伟,北京\n", false },
        { TextEncoding.Utf8, "name,city\nJosé,Málaga\n", true },
        { TextEncoding.Utf16LittleEndian, "name,city\nJosé,Málaga\n", true },
        { TextEncoding.Utf16BigEndian, "名字,城市\n王伟,北京\n", true },
        { TextEncoding.Utf16LittleEndian, "name,city\nAnn,Oslo\n", false },
        { TextEncoding.Utf16BigEndian, "name,city\nAnn,Oslo\n", false },
        { TextEncoding.Windows1252, "name,city\nJosé,Málaga – €\n", false },
        { TextEncoding.Gb18030, "名字,城市\n王伟,北京\n李娜,上海\n", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_told_from_the_bytes_and_the_text_is_read_right(string name, string text, bool mark)
    {
        var encoding = TextEncoding.Find(name)!;
        byte[] start = mark ? encoding.GetBytes("\uFEFF") : [];
        var path = _folder.Write("t.csv", [.. start, .. encoding.GetBytes(text)]);
        var format = CsvFormatDetection.Detect(new TableSource { Path = path }, path);
        Assert.Equal(name, format.Encoding);

        var table = new CsvTable(path, format);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToArray();
        Assert.Equal(lines[0], table.ReadNames());
        var column = (Builder.Datasets.Columns.TextColumn)table.Read([new("x", 1, false)], 2, ct: TestContext.Current.CancellationToken)[0];
        Assert.Equal(lines.Skip(1).Select(l => l[1]), Enumerable.Range(0, column.Count).Select(r => column[r]!));
    }

    [Fact]
    public void A_given_encoding_goes_before_what_the_bytes_look_like()
    {
        var path = _folder.Write("t.csv", Encoding.Latin1.GetBytes("a,b\né,ü\n"));
        Assert.Equal("latin-1", CsvFormatDetection.Detect(new TableSource { Path = path, Encoding = "latin-1" }, path).Encoding);
    }

    public void Dispose() => _folder.Dispose();
}
