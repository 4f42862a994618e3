using System.Globalization;

namespace Builder.Bench.Training;

/// <summary>The data of the documents, in the folder where they look for them: generated, or taken from the ready projects.</summary>
public static class CaseData
{
    private const int SpiralPoints = 4096;
    private const int WaveRows = 4160;
    private const int Waves = 8;

    /// <summary>Puts the data of a case into a folder.</summary>
    public static void Place(string name, string folder)
    {
        switch (name)
        {
            case "mlp-small":
                File.WriteAllLines(Path.Combine(folder, "spirals.csv"), Spirals());
                break;
            case "lstm":
                File.WriteAllLines(Path.Combine(folder, "waves.csv"), WaveTable());
                break;
            case "gpt":
                Copy("pride-and-prejudice.txt", folder);
                break;
            default:
                Copy("images-idx3-ubyte.gz", folder);
                Copy("labels-idx1-ubyte.gz", folder);
                break;
        }
    }

    private static void Copy(string file, string folder) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", file), Path.Combine(folder, file), overwrite: true);

    private static IEnumerable<string> Spirals()
    {
        yield return "x,y,arm";
        for (var i = 0; i < SpiralPoints; i++)
        {
            var (arm, along) = (i % 2, (double)i / SpiralPoints);
            var angle = (arm * Math.PI) + (along * 3 * Math.PI);
            yield return Line([along * Math.Cos(angle), along * Math.Sin(angle)]) + (arm == 0 ? ",left" : ",right");
        }
    }

    private static IEnumerable<string> WaveTable()
    {
        yield return string.Join(',', Enumerable.Range(0, Waves).Select(w => $"wave{w}"));
        for (var row = 0; row < WaveRows; row++)
        {
            yield return Line(Enumerable.Range(0, Waves).Select(w => Math.Sin((row * 0.1 * (w + 1)) + w) * Math.Cos(row * 0.013 * (w + 2))));
        }
    }

    private static string Line(IEnumerable<double> values) =>
        string.Join(',', values.Select(v => v.ToString("0.######", CultureInfo.InvariantCulture)));
}
