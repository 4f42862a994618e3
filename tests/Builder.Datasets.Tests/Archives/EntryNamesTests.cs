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
    [InlineData(936, "人/1.png", "车/2.png")]
    [InlineData(936, "好/1.png", "坏/2.png", "照片.jpg")]
    [InlineData(936, "cat猫/1.png", "dog狗/2.png")]
    [InlineData(932, "人/1.png", "車/2.png")]
    [InlineData(932, "カメラ/1.png", "テスト/2.png")]
    [InlineData(949, "개/1.png", "소/2.png", "말/3.png")]
    [InlineData(950, "人/1.png", "車/2.png", "好的/3.png")]
    [InlineData(874, "แมว/1.png", "สุนัข/2.png")]
    [InlineData(874, "ช้าง/1.png", "นก/2.png")]
    [InlineData(874, "ไก่/1.png", "เป็ด/2.png")]
    [InlineData(874, "ดี/1.png", "เสีย/2.png")]
    [InlineData(874, "ภาพที่ 1.png", "ภาพที่ 2.png")]
    [InlineData(1256, "قطة/1.png", "كلب/2.png")]
    [InlineData(1256, "قط/1.png", "كلب/2.png", "فيل/3.png")]
    [InlineData(1256, "جيد/1.png", "سيئ/2.png")]
    [InlineData(720, "قطة/1.png", "كلب/2.png")]
    [InlineData(720, "صورة 1.png", "صورة 2.png")]
    [InlineData(1255, "חתול/1.png", "כלב/2.png")]
    [InlineData(862, "חתול/1.png", "כלב/2.png")]
    [InlineData(1253, "γάτα/1.png", "σκύλος/2.png")]
    [InlineData(737, "γάτα/1.png", "σκύλος/2.png")]
    [InlineData(1254, "köpek/1.png", "kuş/2.png", "kırmızı/3.png")]
    [InlineData(857, "köpek/1.png", "kuş/2.png")]
    [InlineData(1257, "suņi/1.png", "kaķi/2.png", "šuns/3.png")]
    [InlineData(775, "suņi/1.png", "kaķi/2.png", "šuns/3.png")]
    [InlineData(1250, "kočka/1.png", "žlutý pes/2.png")]
    [InlineData(1250, "macska/1.png", "kutyák/2.png", "tűz/3.png")]
    [InlineData(852, "kočka/1.png", "žlutý pes/2.png")]
    [InlineData(1252, "Äpfel/1.png", "grün/2.png")]
    [InlineData(1252, "niño/1.png", "corazón/2.png")]
    [InlineData(850, "coração/1.png", "mão/2.png")]
    [InlineData(866, "кот/1.png", "дом/2.png")]
    [InlineData(1251, "кот/1.png", "дом/2.png")]
    [InlineData(1251, "хороший/1.png", "плохой/2.png", "Фото 1.png")]
    [InlineData(866, "Фото 1.png", "Фото 2.png")]
    [InlineData(1251, "їжак/1.png", "ведмідь/2.png")]
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
