using System.Runtime.InteropServices;

namespace Builder.Datasets.Import;

/// <summary>Texts, each different one stored once: categories, dates, ids and free text, as they are written in the source.</summary>
public sealed class TextColumn : RawColumn
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>Makes a column of codes into a list of different texts.</summary>
    /// <param name="name">Name in the source.</param>
    /// <param name="codes">One a row: an index into <paramref name="entries"/>, or <see cref="Missing"/>.</param>
    /// <param name="entries">The different texts.</param>
    public TextColumn(string name, int[] codes, string[] entries)
        : base(name)
    {
        Codes = codes;
        Entries = entries;
    }

    /// <summary>Makes a column of plain texts; null where one is missing.</summary>
    public TextColumn(string name, IReadOnlyList<string?> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        Codes = new int[values.Count];
        var entries = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < Codes.Length; row++)
        {
            if (values[row] is not { } text)
            {
                Codes[row] = Missing;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text, out var seen);
            if (!seen)
            {
                code = entries.Count;
                entries.Add(text);
            }

            Codes[row] = code;
        }

        Entries = [.. entries];
    }

    /// <summary>One a row: an index into <see cref="Entries"/>, or <see cref="Missing"/>.</summary>
    public int[] Codes { get; }

    /// <summary>The different texts in order of appearance; after <see cref="Select"/> some may have no row.</summary>
    public string[] Entries { get; }

    /// <inheritdoc/>
    public override int Count => Codes.Length;

    /// <summary>The text of a row; null where it is missing.</summary>
    public string? this[int row] => Codes[row] is var code && code >= 0 ? Entries[code] : null;

    /// <inheritdoc/>
    public override RawColumn Select(ReadOnlySpan<int> rows) => new TextColumn(Name, Gather<int>(Codes, rows), Entries);
}
