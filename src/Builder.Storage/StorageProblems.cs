using Builder.Storage.Database;

namespace Builder.Storage;

/// <summary>The errors of storage. Each has a code of its own.</summary>
public static class StorageProblems
{
    /// <summary>The error that stands for any failure to write: a full disk is told from the rest.</summary>
    public static StorageException NotSaved(Exception cause) => cause switch
    {
        StorageException known => known,
        _ when IsDiskFull(cause) => new("DiskFull", new(
            "The disk is full. Delete files or projects that are no longer needed; saving then goes on by itself.",
            "磁盘已满。请删除不再需要的文件或项目，之后会自动继续保存。"), cause),
        _ => new("NotSaved", new(
            "The data folder cannot be written to at the moment. Check that its disk is connected and may be written to; saving then goes on by itself.",
            "暂时无法写入数据文件夹。请检查磁盘是否已连接且可写，之后会自动继续保存。"), cause),
    };

    /// <summary>True where there is no room left on the disk.</summary>
    public static bool IsDiskFull(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            if (Sqlite.IsDiskFull(cause) || (cause is IOException && IsFullCode(cause.HResult & 0xFFFF)))
            {
                return true;
            }
        }

        return false;
    }

    internal static StorageException NoProject() => new("NoProject", new(
        "This project is not there any more. If it was deleted, it can be brought back on the settings page; the start page lists all other projects.",
        "这个项目已不存在。如果它被删除了，可以在“设置”页恢复；起始页列出了其他所有项目。"));

    internal static StorageException NoRun(string id) => new("NoRun", new(
        $"There is no run “{id}”. It may have been deleted.", $"没有编号为“{id}”的训练，它可能已被删除。"));

    internal static StorageException FolderInUse(string folder) => new("FolderInUse", new(
        $"Builder is already running on the data folder {folder}. Use the window that is open, or end the other one first.",
        $"数据文件夹 {folder} 正被另一个 Builder 使用。请使用已打开的窗口，或先结束另一个。"));

    internal static StorageException FolderUnusable(string folder, Exception cause) => new("FolderUnusable", new(
        $"The data folder {folder} cannot be used ({cause.Message}). Choose another one with BUILDER_HOME.",
        $"无法使用数据文件夹 {folder}（{cause.Message}）。请用 BUILDER_HOME 指定另一个文件夹。"), cause);

    internal static StorageException DamagedDatabase(DataFolder folder, Exception? cause = null) => new("DamagedDatabase", new(
        $"The database {folder.Database} is damaged, cut off or lost. Nothing was changed. Bring the last copy back with ./builder restore (copies are in {folder.Backups}); what was changed after it is lost.",
        $"数据库 {folder.Database} 已损坏、被截断或丢失。未做任何改动。请用 ./builder restore 恢复最近的副本（副本在 {folder.Backups} 中）；此后的修改会丢失。"), cause);

    internal static StorageException NoBackup(string file) => new("NoBackup", new(
        $"{file} is no sound copy of a database. Choose another one from the folder of copies; ./builder restore lists them.",
        $"{file} 不是完好的数据库副本。请从副本文件夹中另选一个，用 ./builder restore 可列出全部副本。"));

    internal static StorageException NewerDatabase() => new("NewerDatabase", new(
        "The data folder was written by a newer version of Builder. Update this one, or choose another folder with BUILDER_HOME.",
        "数据文件夹由更新版本的 Builder 写入。请更新本程序，或用 BUILDER_HOME 指定另一个文件夹。"));

    internal static StorageException Damaged(string project, long revision) => new("DamagedLog", new(
        $"Change {revision} of project “{project}” cannot be read. Restore an earlier version on the history page.",
        $"无法读取项目“{project}”的第 {revision} 次修改。请在历史页恢复较早的版本。"));

    internal static StorageException NotAProjectFile(string why, string whyZh, Exception? cause = null) => new("NotAProjectFile", new(
        $"This file cannot be opened as a project: {why} Choose a file that was made with “Export as a file”.",
        $"无法将此文件作为项目打开：{whyZh}请选择用“导出为文件”得到的文件。"), cause);

    // ENOSPC and EDQUOT on Unix, ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static bool IsFullCode(int code) => OperatingSystem.IsWindows() ? code is 39 or 112 : code is 28 or 122;
}
