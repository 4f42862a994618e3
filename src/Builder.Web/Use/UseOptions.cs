using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Use;

/// <summary>How models are kept ready for people who try them, and what they may be sent.</summary>
[Settings("Builder:Use")]
public sealed record UseOptions
{
    /// <summary>After so long without a question a model is let go.</summary>
    [Setting("BUILDER_MODEL_IDLE")]
    [Range(typeof(TimeSpan), "00:00:01", "23:59:59")]
    public TimeSpan ModelIdle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>So many models stay loaded at once, each in a process of its own; the one that was not asked for longest goes first.</summary>
    [Setting("BUILDER_MODELS")]
    [Range(1, 1000)]
    public int MostModels { get; init; } = 3;

    /// <summary>Bytes of a picture that a model is shown.</summary>
    [Setting("BUILDER_PICTURE_LIMIT")]
    [Range(1L, 1_000_000_000L)]
    public long PictureBytes { get; init; } = 20 << 20;

    /// <summary>Bytes of a table that a model predicts row by row.</summary>
    [Setting("BUILDER_TABLE_LIMIT")]
    [Range(1L, 100_000_000_000L)]
    public long TableBytes { get; init; } = 200 << 20;
}
