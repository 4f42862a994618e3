using System.Collections;
using System.Text;

namespace Builder.Datasets.Columns;

/// <summary>
/// The different texts of a column. A few are objects; many would take several times what they take in their file, so they lie in UTF-8 one behind the other, and each is
/// made anew whenever it is asked for.
/// </summary>
public sealed class TextEntries : IReadOnlyList<string>
{
    /// <summary>More texts than this, or with more bytes, are no objects.</summary>
    internal const int MostObjects = 1 << 12;
    internal const long MostObjectBytes = 1 << 18;

    private readonly string[]? _objects;
    private readonly Utf8Texts? _bytes;
    private long _letters = -1;

    private TextEntries(string[]? objects, Utf8Texts? bytes) => (_objects, _bytes) = (objects, bytes);

    /// <summary>Texts that are objects already.</summary>
    public static TextEntries Of(string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(texts, null);
    }

    /// <summary>Texts as they were read. Nothing is added to them any more.</summary>
    internal static TextEntries Of(Utf8Texts texts)
    {
        texts.Trim();
        return texts.Count <= MostObjects && texts.Memory <= MostObjectBytes ? new(texts.ToStrings(), null) : new(null, texts);
    }

    /// <summary>How many there are.</summary>
    public int Length => _objects?.Length ?? _bytes!.Count;

    int IReadOnlyCollection<string>.Count => Length;

    /// <summary>Letters of all of them (UTF-16).</summary>
    public long Letters => _letters >= 0 ? _letters : _letters = CountLetters();

    /// <summary>Letters of one on average; 0 where there are none.</summary>
    public double MeanLength => Length == 0 ? 0 : (double)Letters / Length;

    /// <summary>Bytes of memory that they take, about: an object has two a letter, and 32 whatever it holds.</summary>
    public long Memory => _bytes?.Memory ?? ((32L * Length) + (2 * Letters));

    /// <summary>One of them.</summary>
    public string this[int index] => _objects is { } objects ? objects[index] : Encoding.UTF8.GetString(_bytes![index]);

    /// <summary>Some of them that follow each other.</summary>
    public string[] Slice(int start, int length)
    {
        var texts = new string[length];
        for (var i = 0; i < length; i++)
        {
            texts[i] = this[start + i];
        }

        return texts;
    }

    /// <summary>What becomes of each.</summary>
    public T[] ConvertAll<T>(Converter<string, T> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        var all = new T[Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = convert(this[i]);
        }

        return all;
    }

    /// <summary>The place of a text; −1 where it is not among them.</summary>
    public int IndexOf(string text)
    {
        if (_objects is not null)
        {
            return Array.IndexOf(_objects, text);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < Length; i++)
        {
            // What cannot be written in UTF-8 is in no file.
            if (_bytes![i].SequenceEqual(bytes) && this[i] == text)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>These and some more behind them.</summary>
    public TextEntries With(IReadOnlyList<string> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        if (more.Count == 0)
        {
            return this;
        }

        if (_objects is not null || more.Any(text => Encoding.UTF8.GetByteCount(text) > Utf8Texts.PieceLength))
        {
            return Of([.. this, .. more]);
        }

        var bytes = _bytes!.Copy();
        foreach (var text in more)
        {
            bytes.Add(Encoding.UTF8.GetBytes(text));
        }

        return Of(bytes);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One of them in UTF-8.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="scratch">Grows as needed; holds the bytes of one that is an object.</param>
    internal ReadOnlySpan<byte> Utf8(int index, ref byte[] scratch)
    {
        if (_bytes is not null)
        {
            return _bytes[index];
        }

        var most = Encoding.UTF8.GetMaxByteCount(_objects![index].Length);
        if (scratch.Length < most)
        {
            scratch = new byte[most];
        }

        return scratch.AsSpan(0, Encoding.UTF8.GetBytes(_objects[index], scratch));
    }

    private long CountLetters()
    {
        var letters = 0L;
        for (var i = 0; i < Length; i++)
        {
            letters += _objects is not null ? _objects[i].Length : Encoding.UTF8.GetCharCount(_bytes![i]);
        }

        return letters;
    }
}
