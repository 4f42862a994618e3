using System.Collections.Immutable;
using Builder.Datasets.Archives;
using Builder.Datasets.Csv;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Sheets;

/// <summary>
/// A first column that holds several in one, as Eurostat writes them between tabs: "freq,unit,geo\TIME_PERIOD" above "A,PC,DE". It is read as a column for each.
/// </summary>
internal static class KeyColumn
{
    private const char Tab = '\t';
    private const int FewestNames = 2;
    private const int FewestRows = 2;

    /// <summary>The names of the columns in the first one; none where it is one.</summary>
    /// <param name="start">The beginning of a text.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    /// <param name="isNew">Whether these are rows for a model: there may be a single one.</param>
    public static ImmutableArray<string> Names(string start, bool isWhole, bool isNew)
    {
        var lines = start.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        lines = [.. (isWhole ? lines : lines.SkipLast(1)).Where(l => l.Length > 0)];
        if (lines.Length == 0 || First(lines[0]) is not { } head || Parts(head.Split('\\')[0]) is not { Length: >= FewestNames } names || names.Distinct(StringComparer.Ordinal).Count() < names.Length
            || Array.Exists(names, n => NumberText.TryParse(n, '.', out _)))
        {
            return [];
        }

        var fitting = lines.Skip(1).Count(l => First(l) is { } keys && Parts(keys)?.Length == names.Length);
        return fitting >= (isNew ? 1 : FewestRows) && NearlyAll.Fit(fitting, lines.Length - 1 - fitting, gapMarks: 0) ? [.. names] : [];
    }

    /// <summary>The text with tabs between them.</summary>
    public static TableText Split(SourceBytes file, ImmutableArray<string> names, ChosenSheet? files) =>
        TableText.Of(file.Name, () => new KeyLines(file.Open(), names.Length), file.Owned, files, names);

    private static string? First(string line) => line.IndexOf(Tab, StringComparison.Ordinal) is var end and > 0 ? line[..end].TrimEnd() : null;

    private static string[]? Parts(string field) =>
        field.Split(',') is var parts && Array.TrueForAll(parts, p => p.Length > 0 && !p.Any(c => char.IsWhiteSpace(c) || c == '"')) ? parts : null;

    /// <summary>Lines of which the first field has been taken apart into so many.</summary>
    private sealed class KeyLines(Stream inner, int keys) : ForwardStream(inner)
    {
        private readonly byte[] _piece = new byte[1 << 16];
        private readonly List<byte> _out = new(1 << 17);
        private int _taken;
        private bool _isOver;

        // Of the line that is read.
        private int _found = 1;
        private bool _isFirst = true;
        private bool _isEmpty = true;
        private bool _isNames = true;
        private bool _isLeftOut;

        public override int Read(Span<byte> buffer)
        {
            while (_taken == _out.Count && !_isOver)
            {
                _out.Clear();
                _taken = 0;
                var read = Inner.Read(_piece);
                _isOver = read == 0;
                foreach (var value in _piece.AsSpan(0, read))
                {
                    Take(value);
                }
            }

            var count = Math.Min(buffer.Length, _out.Count - _taken);
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_out).Slice(_taken, count).CopyTo(buffer);
            _taken += count;
            return count;
        }

        private void Take(byte value)
        {
            var isEnd = value is (byte)'\n' or (byte)'\r';
            if (_isFirst && (isEnd || value == Tab))
            {
                for (; !_isEmpty && _found < keys; _found++)
                {
                    _out.Add((byte)Tab);
                }

                (_isFirst, _isLeftOut) = (false, false);
            }

            if (_isFirst)
            {
                // What stands behind the names of the keys is that of the columns beside them.
                _isLeftOut |= _isNames && value == '\\';
                var isBetween = value == ',' && _found < keys;
                _found += isBetween ? 1 : 0;
                if (!_isLeftOut)
                {
                    _out.Add(isBetween ? (byte)Tab : value);
                }
            }
            else
            {
                _out.Add(value);
            }

            _isEmpty &= isEnd;
            if (isEnd)
            {
                (_isNames, _isFirst, _isEmpty, _found) = (_isNames && _isEmpty, true, true, 1);
            }
        }
    }
}
