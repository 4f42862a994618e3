using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Operations.Backups;

/// <summary>When the database is copied, and how long copies are kept.</summary>
[Settings("Builder:Backup")]
public sealed record BackupOptions
{
    /// <summary>Copies older than so many days are removed; 0 makes no copies at all.</summary>
    [Setting("BUILDER_BACKUP_DAYS")]
    [Range(0, 3650)]
    public int Days { get; init; } = 7;

    /// <summary>The hour of the night, in this machine's time, from which the copy is made.</summary>
    [Setting("BUILDER_BACKUP_HOUR")]
    [Range(0, 23)]
    public int Hour { get; init; } = 3;
}
