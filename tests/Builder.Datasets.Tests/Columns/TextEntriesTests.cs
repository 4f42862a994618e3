using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;

namespace Builder.Datasets.Tests.Columns;

public sealed class TextEntriesTests
{
    private readonly Random _random = new(3);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 30)]
    [InlineData(TextEntries.MostObjects, 10)]
    [InlineData(TextEntries.MostObjects + 1, 10)]
    [InlineData(40_000, 200)]
    [InlineData(12, 300_000)]
    public void Texts_in_bytes_are_the_texts_that_were_added(int count, int longest)
    {
        string[] expected = [.. Enumerable.Range(0, count).Select(i => Text(_random.Next(longest)) + (i % 7 == 0 ? "" : "."))];
        var texts = new Utf8Texts();
        Assert.Equal(Enumerable.Range(0, count), expected.Select(text => texts.Add(Encoding.UTF8.GetBytes(text))));

        var entries = TextEntries.Of(texts);

        Assert.Equal(count, entries.Length);
        Assert.Equal(expected, entries);
        Assert.Equal(expected, entries[..]);
        Assert.Equal(expected.Select(t => t.Length), entries.ConvertAll(t => t.Length));
        Assert.Equal(expected.Sum(t => (long)t.Length), entries.Letters);
        Assert.Equal(count == 0 ? 0 : expected.Average(t => t.Length), entries.MeanLength);
        var scratch = Array.Empty<byte>();
        Assert.All(expected.Index(), t => Assert.Equal(Encoding.UTF8.GetBytes(t.Item), entries.Utf8(t.Index, ref scratch).ToArray()));
    }

    [Fact]
    public void A_text_that_fills_a_piece_or_begins_the_next_is_read_whole()
    {
        int[] lengths = [Utf8Texts.PieceLength, 0, Utf8Texts.PieceLength - 1, 1, 0, 5, Utf8Texts.PieceLength, Utf8Texts.PieceLength / 2, (Utf8Texts.PieceLength / 2) + 1, 0];
        var texts = new Utf8Texts();
        byte[][] expected = [.. lengths.Select(length => Encoding.ASCII.GetBytes(new string((char)('a' + (length % 26)), length)))];
        foreach (var text in expected)
        {
            texts.Add(text);
        }

        Assert.All(expected.Index(), t => Assert.Equal(t.Item, texts[t.Index].ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => texts.Add(new byte[Utf8Texts.PieceLength + 1]));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30_000)]
    public void Further_texts_come_behind_and_leave_the_others_alone(int count)
    {
        string[] first = [.. Enumerable.Range(0, count).Select(i => $"text {i} Größe 北京")];
        var texts = new Utf8Texts();
        foreach (var text in first)
        {
            texts.Add(Encoding.UTF8.GetBytes(text));
        }

        var entries = TextEntries.Of(texts);
        var (one, other) = (entries.With(["x", "y"]), entries.With([new string('z', Utf8Texts.PieceLength + 1)]));

        Assert.Equal(first, entries);
        Assert.Equal([.. first, "x", "y"], one);
        Assert.Equal(Utf8Texts.PieceLength + 1, other[count].Length);
        Assert.Same(entries, entries.With([]));
        Assert.Equal((count - 1, -1, count + 1), (entries.IndexOf(first[^1]), entries.IndexOf("x"), one.IndexOf("y")));
    }

    [Fact]
    public void Many_texts_take_little_more_memory_than_their_bytes()
    {
        var pool = new TextPool();
        var bytes = 0L;
        for (var i = 0; i < 200_000; i++)
        {
            var text = Encoding.UTF8.GetBytes($"order {i}");
            bytes += text.Length;
            pool.CodeOf(text);
        }

        var entries = pool.ToEntries();
        Assert.Equal("order 199999", entries[199_999]);
        Assert.InRange(entries.Memory, bytes, bytes + (5L * 200_000));
    }

    [Fact]
    public void Equal_byte_strings_have_one_number_and_others_have_others()
    {
        var (pool, expected) = (new TextPool(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 100_000; i++)
        {
            var text = Text(_random.Next(6));
            expected.TryAdd(text, expected.Count);
            Assert.Equal(expected[text], pool.CodeOf(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal(expected.Keys, pool.ToEntries());
    }

    private string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => _random.Next(20) == 0 ? "é" : ((char)('a' + _random.Next(8))).ToString()));
}
