using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>
/// A set of row numbers of a source as people count (the first row of data is 1), kept as ranges and written as "3, 7-12": thousands of
/// rows in a row take no more room than one.
/// </summary>
[JsonConverter(typeof(RowNumbersConverter))]
public sealed class RowNumbers : IEquatable<RowNumbers>
{
    private readonly ImmutableArray<(int First, int Last)> _ranges;

    private RowNumbers(ImmutableArray<(int First, int Last)> ranges)
    {
        _ranges = ranges;
        Count = ranges.Sum(r => (long)r.Last - r.First + 1);
    }

    /// <summary>No row.</summary>
    public static RowNumbers None { get; } = new([]);

    /// <summary>How many rows.</summary>
    public long Count { get; }

    /// <summary>How many runs of neighbouring rows: what the set costs.</summary>
    public int Ranges => _ranges.Length;

    /// <summary>True where there is none.</summary>
    public bool IsEmpty => _ranges.IsEmpty;

    /// <summary>The set of these numbers, in whatever order and however often they come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is below 1.</exception>
    public static RowNumbers Of(params IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var ranges = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var number in numbers.Order())
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
            Append(ranges, (number, number));
        }

        return new(ranges.ToImmutable());
    }

    /// <summary>Reads what <see cref="ToString"/> writes; false where the text is something else or its numbers are not in order.</summary>
    public static bool TryParse(string? text, out RowNumbers numbers)
    {
        numbers = None;
        var ranges = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var part in string.IsNullOrWhiteSpace(text) ? [] : text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out var first) || !TryNumber(ends[^1], out var last) || last < first
                || (ranges.Count > 0 && first <= ranges[^1].Last))
            {
                return false;
            }

            Append(ranges, (first, last));
        }

        numbers = new(ranges.ToImmutable());
        return text is not null;
    }

    /// <summary>The numbers one by one, ascending.</summary>
    public IEnumerable<int> Each() => _ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1));

    /// <summary>The same rows where each number has grown by so many; those that would come before the first row are gone.</summary>
    /// <param name="rows">By how many; below 0 for fewer.</param>
    public RowNumbers MovedBy(int rows)
    {
        var ranges = ImmutableArray.CreateBuilder<(int First, int Last)>(_ranges.Length);
        foreach (var range in _ranges)
        {
            var (first, last) = (Math.Max(1L, (long)range.First + rows), Math.Min(int.MaxValue, (long)range.Last + rows));
            if (first <= last)
            {
                Append(ranges, ((int)first, (int)last));
            }
        }

        return new(ranges.ToImmutable());
    }

    /// <summary>Whether a row is in the set.</summary>
    public bool Contains(int number)
    {
        var (low, high) = (0, _ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (number < _ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (number > _ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rows of either set.</summary>
    public RowNumbers Union(RowNumbers other) => Combine(other, (here, there) => here || there);

    /// <summary>Rows of this set that are not in the other.</summary>
    public RowNumbers Except(RowNumbers other) => Combine(other, (here, there) => here && !there);

    /// <inheritdoc/>
    public bool Equals(RowNumbers? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowNumbers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Ranges);

    /// <summary>"3, 7-12"; empty for none.</summary>
    public override string ToString() => string.Join(", ", _ranges.Select(r =>
        r.First == r.Last ? string.Create(CultureInfo.InvariantCulture, $"{r.First}") : string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}")));

    /// <summary>Walks over the places where either set begins or ends, so that the size of a range costs nothing.</summary>
    private RowNumbers Combine(RowNumbers other, Func<bool, bool, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(other);
        var borders = new SortedSet<long>();
        foreach (var (first, last) in _ranges.Concat(other._ranges))
        {
            borders.Add(first);
            borders.Add(last + 1L);
        }

        var ranges = ImmutableArray.CreateBuilder<(int First, int Last)>();
        long? begin = null;
        foreach (var border in borders)
        {
            if (begin is { } start && keep(Contains((int)start), other.Contains((int)start)))
            {
                Append(ranges, ((int)start, (int)(border - 1)));
            }

            begin = border;
        }

        return new(ranges.ToImmutable());
    }

    private static void Append(ImmutableArray<(int First, int Last)>.Builder ranges, (int First, int Last) next)
    {
        if (ranges.Count > 0 && next.First <= ranges[^1].Last + 1L)
        {
            ranges[^1] = (ranges[^1].First, Math.Max(ranges[^1].Last, next.Last));
        }
        else
        {
            ranges.Add(next);
        }
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}

/// <summary>Writes row numbers as one short text.</summary>
internal sealed class RowNumbersConverter : JsonConverter<RowNumbers>
{
    /// <inheritdoc/>
    public override RowNumbers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RowNumbers.TryParse(reader.GetString(), out var numbers)
            ? numbers
            : throw new JsonException("Row numbers are written as \"3, 7-12\", in ascending order.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RowNumbers value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
