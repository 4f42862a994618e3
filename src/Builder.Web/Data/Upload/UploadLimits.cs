using System.Globalization;

namespace Builder.Web.Data.Upload;

/// <summary>How much may be uploaded.</summary>
/// <param name="FileBytes">Bytes of one file.</param>
public sealed record UploadLimits(long FileBytes)
{
    /// <summary>The setting that changes the limit, in bytes.</summary>
    public const string Setting = "BUILDER_UPLOAD_LIMIT";

    private const long UsualBytes = 2_000_000_000;

    /// <summary>The limit that the configuration gives, or 2 GB.</summary>
    public static UploadLimits From(IConfiguration configuration) =>
        new(long.TryParse(configuration[Setting], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : UsualBytes);

    /// <summary>The limit as people write it, such as "2 GB".</summary>
    public string Words => Size(FileBytes);

    /// <summary>A number of bytes as people write it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };
}
