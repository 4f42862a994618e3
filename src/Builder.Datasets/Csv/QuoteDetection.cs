using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>Tells whether a quote inside a quoted value is written twice or with a backslash in front.</summary>
internal static class QuoteDetection
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    /// <summary>
    /// With a backslash where more quotes that have one in front stand inside a value than end one: "5\" screw" and not "C:\".
    /// </summary>
    /// <param name="sample">The table's beginning in UTF-8.</param>
    /// <param name="delimiter">The byte between two fields.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    public static QuoteStyle Detect(ReadOnlySpan<byte> sample, byte delimiter, byte newLine)
    {
        var (inside, ending) = (0, 0);
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == Quote)
            {
                at = Pass(sample, at + 1, delimiter, newLine, ref inside, ref ending);
            }

            while (at < sample.Length && sample[at] != delimiter && sample[at] != newLine)
            {
                at++;
            }
        }

        return inside > ending ? QuoteStyle.Backslash : QuoteStyle.Doubled;
    }

    /// <summary>Goes over a quoted value, from behind its first quote to behind its last.</summary>
    private static int Pass(ReadOnlySpan<byte> sample, int at, byte delimiter, byte newLine, ref int inside, ref int ending)
    {
        for (; at < sample.Length; at++)
        {
            if (sample[at] == Backslash && at + 1 < sample.Length && sample[at + 1] == Backslash)
            {
                at++;
            }
            else if (sample[at] == Backslash && at + 1 < sample.Length && sample[at + 1] == Quote)
            {
                if (IsEnd(sample, at + 2, delimiter, newLine))
                {
                    ending++;
                    return at + 2;
                }

                inside++;
                at++;
            }
            else if (sample[at] == Quote)
            {
                if (at + 1 == sample.Length || sample[at + 1] != Quote)
                {
                    return at + 1;
                }

                at++;
            }
        }

        return at;
    }

    private static bool IsEnd(ReadOnlySpan<byte> sample, int at, byte delimiter, byte newLine) =>
        at >= sample.Length || sample[at] == delimiter || sample[at] == newLine || sample[at] == '\r';
}
