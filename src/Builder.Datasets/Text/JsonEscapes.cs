using System.Buffers.Text;

namespace Builder.Datasets.Text;

/// <summary>
/// Escapes in JSON that are no text. A program that cuts a text in the middle of an emoji writes one half of a surrogate pair without the other: that is valid JSON, but
/// no text can be made of it.
/// </summary>
internal static class JsonEscapes
{
    /// <summary>Bytes of an escape such as \uD83D.</summary>
    private const int Length = 6;

    /// <summary>Puts U+FFFD in place of each half whose other half is missing; the length stays.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    public static void MendHalves(Span<byte> json)
    {
        var at = 0;
        while (json[at..].IndexOf((byte)'\\') is var next and >= 0)
        {
            at += next;
            if (UnitAt(json, at) is not { } unit)
            {
                // Another escape: what follows the backslash belongs to it.
                at = Math.Min(at + 2, json.Length);
                continue;
            }

            var isPair = char.IsHighSurrogate(unit) && UnitAt(json, at + Length) is { } low && char.IsLowSurrogate(low);
            if (!isPair && char.IsSurrogate(unit))
            {
                "\\ufffd"u8.CopyTo(json[at..]);
            }

            at += isPair ? 2 * Length : Length;
        }
    }

    /// <summary>The UTF-16 unit of the escape that stands at a place; null where none does.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + Length <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && Utf8Parser.TryParse(json.Slice(at + 2, Length - 2), out ushort unit, out var used, 'x') && used == Length - 2
            ? (char)unit : null;
}
