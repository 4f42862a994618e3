using System.IO.Compression;
using System.Text;
using Builder.Datasets.Archives;

namespace Builder.Datasets.Tests.Archives;

/// <summary>Names in zips as the programs of all countries write them.</summary>
public sealed class EntryNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(936, "猫/1.png", "狗/2.png")]
    [InlineData(936, "合格/1.png", "不合格/2.png")]
    [InlineData(936, "苹果/1.jpg", "香蕉/2.jpg", "橙子/3.jpg")]
    [InlineData(936, "训练集/正常/1.png", "训练集/异常/2.png", "测试集/正常/3.png")]
    [InlineData(936, "图片/划痕/1.png", "图片/凹坑/2.png")]
    [InlineData(932, "犬/1.png", "ねこ/2.png")]
    [InlineData(932, "りんご/写真 1.png", "バナナ/写真 2.png")]
    [InlineData(950, "貓/1.png", "這是狗/2.png")]
    [InlineData(950, "蘋果/1.png", "葡萄/2.png", "西瓜/3.png", "鳳梨/4.png")]
    [InlineData(949, "고양이/1.png", "강아지/2.png")]
    [InlineData(949, "정상/사진1.png", "불량/사진2.png")]
    [InlineData(437, "Äpfel/1.png", "Birnen grün/2.png")]
    [InlineData(850, "été/1.png", "château/2.png")]
    [InlineData(866, "кошки/1.png", "собаки/2.png")]
    [InlineData(1251, "кошки/1.png", "собаки/2.png")]
    [InlineData(852, "pies/zdjęcie.png", "kot/źdźbło.png")]
    public void Names_that_do_not_say_that_they_are_UTF_8_are_readable(int codePage, params string[] names) =>
        Assert.Equal(names, Names(Encoding(codePage), names));

    [Fact]
    public void Names_in_UTF_8_are_readable_whether_they_say_so_or_not()
    {
        string[] names = ["猫/é.png", "Ελλάδα/1.png", "naïve café.jpg"];

        Assert.Equal(names, Names(new UTF8Encoding(false), names));
        Assert.Equal(names, Names(new Unflagged(), names));
    }

    [Fact]
    public void One_class_has_one_name_whether_a_Mac_took_its_letters_apart_or_not() =>
        Assert.Equal(["café/1.png", "café/2.png"], Names(new UTF8Encoding(false), "cafe\u0301/1.png", "caf\u00E9/2.png"));

    [Fact]
    public void A_letter_whose_second_byte_is_that_of_a_slash_tears_no_name_apart()
    {
        // 誠 is 90 5C in Shift-JIS: its second byte is a backslash elsewhere.
        Assert.Equal(["表示/能力ソ.png", "表示/かな.png"], Names(Encoding(932), "表示/能力ソ.png", "表示/かな.png"));
        Assert.Equal(["a/b/c.png"], Names(new UTF8Encoding(false), @"a\b\c.png"));
    }

    [Fact]
    public void Ways_out_of_the_archive_are_refused_in_any_letters() =>
        Assert.Equal("archive-unsafe-path", Assert.Throws<DataException>(() => Names(Encoding(936), "..\\狗/1.png")).Code);

    public void Dispose() => _folder.Dispose();

    private static Encoding Encoding(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    private IReadOnlyList<string> Names(Encoding encoding, params string[] names)
    {
        var path = Path.Combine(_folder.Path, "names.zip");
        using (var file = File.Create(path))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: false, encoding))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write([1, 2, 3]);
            }
        }

        using var read = SafeZip.Open(path);
        return read.Names;
    }

    /// <summary>UTF-8 under another name, so that the zip does not say that it is.</summary>
    private sealed class Unflagged : Encoding
    {
        public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);
    }
}
