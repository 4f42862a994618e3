using System.Text;
using Builder.Datasets.Text;

namespace Builder.Datasets.Tests.Text;

/// <summary>A text is read in the encoding that makes words of its bytes, be they few or many.</summary>
public sealed class EncodingDetectionTests
{
    /// <summary>Columns as people have them, in the encodings of their countries: name, text.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "windows-1252", "Größe;Preis\n1;2\n3;4\n" },
        { "windows-1252", "town\nOrléans\nLyon\n" },
        { "windows-1252", "name\nJosé\nNuñez\nGarcía\n" },
        { "windows-1252", "navn\nÅse\nBjørn\nKåre\n" },
        { "windows-1252", "price,note\n€ 20,“new” – good\n" },
        { "windows-1252", "produit,prix\ncafé,3\nthé,2\npâté,7\n" },
        { "windows-1252", "name,maß\nMÜLLER,12\nJÄGER,14\n" },
        { "windows-1252", "temp\n20 °C\n21 °C\n" },
        { "windows-1252", "cidade\nSão Paulo\nBelém\nMaceió\n" },
        { "x-mac-roman", "café,naïve,façade\n1,2,3\n" },
        { "x-mac-roman", "Größe;Preis;Verkauft\n121;827;nein\n" },
        { "x-mac-roman", "ville\nOrléans\nBesançon\nNîmes\nÉvreux\n" },
        { "windows-1250", "miasto\nŁódź\nKraków\nGdańsk\nŚwidnica\n" },
        { "windows-1250", "město\nPlzeň\nČeské Budějovice\nÚstí\nŠumperk\n" },
        { "windows-1250", "város\nGyőr\nMiskolc\nFehérvár\ntűz\n" },
        { "iso-8859-2", "miasto\nŁódź\nKraków\nGdańsk\nŚwidnica\n" },
        { "windows-1251", "город;цена\nКазань;481\nОмск;620\n" },
        { "windows-1251", "да\nнет\nда\n" },
        { "koi8-r", "город;цена\nКазань;481\nОмск;620\n" },
        { "ibm866", "город;цена\nКазань;481\nОмск;620\n" },
        { "windows-1253", "πόλη\nΑθήνα\nΘεσσαλονίκη\nΆργος\n" },
        { "windows-1254", "şehir\nİstanbul\nŞişli\nIğdır\n" },
        { "windows-1255", "עיר\nתל אביב\nחיפה\n" },
        { "windows-1256", "مدينة\nالقاهرة\nدبي\n" },
        { "windows-1257", "miestas\nŠiauliai\nKlaipėda\nPanevėžys\n" },
        { "windows-874", "เมือง\nกรุงเทพ\nเชียงใหม่\n" },
        { "gb18030", "城市,价格\n北京,1\n上海,2\n" },
        { "gb18030", "a,b\n1,是\n2,否\n" },
        { "gb18030", "性别\n男\n女\n" },
        { "gb18030", "name,T恤\na,1\n" },
        { "big5", "城市,價格\n臺北,1\n高雄,2\n" },
        { "big5", "姓名\n王小明\n陳大文\n" },
        { "shift-jis", "名前,値段\nりんご,1\nみかん,2\n" },
        { "euc-jp", "名前,値段\nりんご,1\nみかん,2\n" },
        { "euc-kr", "도시,값\n서울,1\n부산,2\n" },
        { "utf-32le", "Größe,b\n1,2\n" },
        { "utf-32be", "Größe,b\n1,2\n" },
        { "utf-16le", "城市,价格\n北京,1\n上海,2\n" },
        { "utf-16be", "город;цена\nКазань;481\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_short_column_reads_as_words(string name, string text)
    {
        var detected = EncodingDetection.Detect(TextEncoding.Find(name)!.GetBytes(text));

        Assert.Equal(text, TextEncoding.Find(detected!)!.GetString(TextEncoding.Find(name)!.GetBytes(text)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Words_that_come_late_are_seen_as_well(string name, string text)
    {
        var isWide = name.StartsWith("utf-", StringComparison.Ordinal);
        var all = (isWide ? "" : string.Concat(Enumerable.Repeat("1,2,plain text\n", 40_000))) + string.Concat(Enumerable.Repeat(text, 50));
        var bytes = TextEncoding.Find(name)!.GetBytes(all);

        Assert.Equal(all, TextEncoding.Find(EncodingDetection.Detect(bytes)!)!.GetString(bytes));
    }

    [Fact]
    public void Utf8_with_a_few_stray_bytes_keeps_both()
    {
        byte[] bytes = [.. "城市,name\n北京,a\n上海,b\n"u8, .. Encoding.Latin1.GetBytes("José,c\n")];
        var name = EncodingDetection.Detect(bytes);

        Assert.Equal(TextEncoding.Mixed, name);
        Assert.Equal("城市,name\n北京,a\n上海,b\nJosé,c\n", TextEncoding.Find(name!)!.GetString(bytes));
    }

    [Fact]
    public void A_mixed_text_that_comes_in_pieces_is_the_same()
    {
        byte[] bytes = [.. "北😀"u8, 0xE9, .. "京"u8, 0xF0, 0x9F, .. "ü"u8];
        using var pieces = Encoding.CreateTranscodingStream(new OneByteStream(bytes), TextEncoding.Find(TextEncoding.Mixed)!, Encoding.UTF8);
        using var reader = new StreamReader(pieces);

        Assert.Equal("北😀é京ðŸü", reader.ReadToEnd());
    }

    [Fact]
    public void One_damaged_character_does_not_change_the_encoding_of_a_file()
    {
        var gb = TextEncoding.Find(TextEncoding.Gb18030)!;
        byte[] bytes = [.. gb.GetBytes(string.Concat(Enumerable.Repeat("城市,价格\n北京,1\n", 100))), 0xFF, (byte)'\n'];

        var name = EncodingDetection.Detect(bytes);

        Assert.Equal(TextEncoding.Gb18030 + TextEncoding.DamagedSuffix, name);
        Assert.EndsWith("北京,1\n\uFFFD\n", TextEncoding.Find(name!)!.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(131072)]
    [InlineData(262143)]
    public void A_character_that_is_cut_by_a_piece_of_the_file_is_one(int place)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'a', place - 1), .. "é北😀"u8, .. Enumerable.Repeat((byte)'b', 10)];
        Assert.Equal(TextEncoding.Utf8, EncodingDetection.Detect(bytes));
        Assert.NotEqual(TextEncoding.Utf8, EncodingDetection.Detect(bytes.AsSpan(0, place + 7)));
    }

    [Fact]
    public void Random_bytes_are_no_text()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[3000];
            random.NextBytes(bytes);
            Assert.Null(EncodingDetection.Detect(bytes));
        }
    }

    [Fact]
    public void Every_encoding_that_can_be_chosen_can_be_read_and_has_two_titles() => Assert.All(TextEncoding.All, encoding =>
    {
        Assert.Equal("a,b\n", TextEncoding.Find(encoding.Name)!.GetString(TextEncoding.Find(encoding.Name)!.GetBytes("a,b\n")));
        Assert.NotEmpty(encoding.Title.Zh);
    });

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
