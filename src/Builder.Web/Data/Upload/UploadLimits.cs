using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Data.Upload;

/// <summary>How much may be uploaded.</summary>
[Settings("Builder:Upload")]
public sealed record UploadLimits
{
    /// <summary>The variable that changes the limit of one file.</summary>
    public const string Setting = "BUILDER_UPLOAD_LIMIT";

    /// <summary>Bytes of one data file.</summary>
    [Setting(Setting)]
    [Range(1L, 1_000_000_000_000L)]
    public long FileBytes { get; init; } = 2_000_000_000;

    /// <summary>The limit as people write it, such as "2 GB".</summary>
    public string Words => ByteSize.Words(FileBytes);
}
