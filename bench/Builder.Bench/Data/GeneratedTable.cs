using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Builder.Graph.Data;

namespace Builder.Bench.Data;

/// <summary>A table of random values, the same at every run.</summary>
/// <param name="Name">Name of the case and of the file.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Numbers">Number columns, normally distributed.</param>
/// <param name="Digits">Significant digits as written; 17 is what programs write of a double.</param>
/// <param name="Categories">Category columns of 4, 16, 64 … different words.</param>
public sealed record GeneratedTable(string Name, int Rows, int Numbers, int Digits, int Categories)
{
    private const int Seed = 1;

    /// <summary>Names of the number columns.</summary>
    public ImmutableArray<string> NumberNames { get; } = [.. Enumerable.Range(0, Numbers).Select(i => $"n{i}")];

    /// <summary>Names of the category columns.</summary>
    public ImmutableArray<string> CategoryNames { get; } = [.. Enumerable.Range(0, Categories).Select(i => $"c{i}")];

    /// <summary>The description under which the engine reads it: values as they are, categories as class numbers.</summary>
    public DataSet DataSet => new()
    {
        Id = "table",
        Source = new TableSource { Path = Name + ".csv" },
        Columns =
        [
            .. NumberNames.Select(name => new DataColumn { Name = name, Type = ColumnType.Number }),
            .. CategoryNames.Select(name => new DataColumn { Name = name, Type = ColumnType.Category, Transforms = [new Ordinal()] }),
        ],
    };

    /// <summary>Writes the file. Returns its path.</summary>
    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, Name + ".csv");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        writer.Write(string.Join(',', NumberNames.Concat(CategoryNames)) + "\n");
        var (random, line, format) = (new Random(Seed), new StringBuilder(), $"G{Digits}");
        for (var row = 0; row < Rows; row++)
        {
            line.Clear();
            for (var i = 0; i < Numbers; i++)
            {
                line.Append(i == 0 ? "" : ",").Append(Normal(random).ToString(format, CultureInfo.InvariantCulture));
            }

            for (var i = 0; i < Categories; i++)
            {
                line.Append(CultureInfo.InvariantCulture, $",kind {random.Next(1 << (2 * (i + 1)))}");
            }

            writer.Write(line.Append('\n'));
        }

        return path;
    }

    // The Box–Muller transform.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
