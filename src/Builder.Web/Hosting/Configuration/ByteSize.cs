using System.Globalization;

namespace Builder.Web.Hosting.Configuration;

/// <summary>Numbers of bytes as people write them, with decimal prefixes: 2,000,000,000 is "2 GB".</summary>
public static class ByteSize
{
    /// <summary>A number of bytes in words.</summary>
    public static string Words(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };
}
