using System.Reflection;
using Builder.Graph;

namespace Builder.Web.Data;

/// <summary>Data that come with the product, for people who have none at hand.</summary>
public sealed class SampleFiles
{
    private const string Prefix = "samples/";

    /// <summary>All of them.</summary>
    public IReadOnlyList<SampleFile> All { get; } =
    [
        new("penguins.csv", new("Penguins", "企鹅"), new("344 penguins of three species, with a few gaps", "344 只企鹅、三个品种，含少量缺失值")),
    ];

    /// <summary>The bytes of one.</summary>
    public static Stream Open(SampleFile sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + sample.File)
            ?? throw new FileNotFoundException(sample.File);
    }
}

/// <summary>A sample.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Title">What it is.</param>
/// <param name="About">More about it.</param>
public sealed record SampleFile(string File, Localized Title, Localized About);
