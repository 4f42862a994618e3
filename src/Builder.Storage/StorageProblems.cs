using Builder.Graph;

namespace Builder.Storage;

/// <summary>The errors of storage. Each has a code of its own.</summary>
public static class StorageProblems
{
    /// <summary>The error that stands for any failure to write, in the words of its own reason.</summary>
    public static StorageException NotSaved(Exception cause)
    {
        var reason = WriteFailures.Of(cause);
        return cause as StorageException ?? new(CodeOf(reason), WordsOf(reason), cause);
    }

    /// <summary>True where there is no room left on the disk.</summary>
    public static bool IsDiskFull(Exception? cause) => WriteFailures.Of(cause) == WriteFailure.Full;

    /// <summary>The error that there is no such project.</summary>
    public static StorageException NoProject() => new("NoProject", new(
        "This project is not there any more. If it was deleted, it can be brought back on the settings page; the start page lists all other projects.",
        "这个项目已不存在。如果它被删除了，可以在“设置”页恢复；起始页列出了其他所有项目。"));

    internal static StorageException NoRun(string id) => new("NoRun", new(
        $"There is no run “{id}”. It may have been deleted.", $"没有编号为“{id}”的训练，它可能已被删除。"));

    internal static StorageException FolderInUse(string folder) => new("FolderInUse", new(
        $"Builder is already running on the data folder {folder}. Use the window that is open, or end the other one first.",
        $"数据文件夹 {folder} 正被另一个 Builder 使用。请使用已打开的窗口，或先结束另一个。"));

    internal static StorageException FolderUnusable(string folder, Exception cause) => WriteFailures.Of(cause) switch
    {
        WriteFailure.Unknown => Unusable(folder, cause, new(cause.Message, cause.Message)),
        WriteFailure.ReadOnly => Unusable(folder, cause, new("its disk is write-protected", "所在的磁盘为只读")),
        WriteFailure.NotAllowed => Unusable(folder, cause, new("Builder's user may not write there", "运行 Builder 的用户没有写入权限")),
        WriteFailure.NameTaken => Unusable(folder, cause, new("a file of that name is in the way", "已有同名文件")),
        WriteFailure.NameTooLong => Unusable(folder, cause, new("its name is too long", "名称过长")),
        _ => NotSaved(cause),
    };

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

    internal static StorageException TooManyVersions(int most) => new("TooManyVersions", new(
        $"A project can have {most} named versions. Take the name away from one that is no longer needed; the revision itself stays in the history.",
        $"一个项目最多可以有 {most} 个命名版本。请移除不再需要的名称；该版本本身仍保留在历史中。"));

    internal static StorageException NotAProjectFile(string why, string whyZh, Exception? cause = null) => new("NotAProjectFile", new(
        $"This file cannot be opened as a project: {why} Choose a file that was made with “Export as a file”.",
        $"无法将此文件作为项目打开：{whyZh}请选择用“导出为文件”得到的文件。"), cause);

    private static StorageException Unusable(string folder, Exception cause, Localized why) => new("FolderUnusable", new(
        $"The data folder {folder} cannot be used ({why.En}). Choose another one with BUILDER_HOME.",
        $"无法使用数据文件夹 {folder}（{why.Zh}）。请用 BUILDER_HOME 指定另一个文件夹。"), cause);

    private static string CodeOf(WriteFailure reason) => reason switch
    {
        WriteFailure.Full => "DiskFull",
        WriteFailure.ReadOnly => "ReadOnlyDisk",
        WriteFailure.NotAllowed => "NotAllowed",
        WriteFailure.NameTooLong => "NameTooLong",
        WriteFailure.NameTaken => "NameTaken",
        _ => "NotSaved",
    };

    private static Localized WordsOf(WriteFailure reason) => reason switch
    {
        WriteFailure.Full => new(
            "The disk is full. Delete files or projects that are no longer needed; saving then goes on by itself.",
            "磁盘已满。请删除不再需要的文件或项目，之后会自动继续保存。"),
        WriteFailure.ReadOnly => new(
            "The disk of the data folder takes no changes: it is write-protected. Make it writable; saving then goes on by itself.",
            "数据文件夹所在的磁盘为只读，无法写入。请将它改为可写，之后会自动继续保存。"),
        WriteFailure.NotAllowed => new(
            "Builder may not write into its data folder. Give the user who runs it the right to do so; saving then goes on by itself.",
            "Builder 没有写入数据文件夹的权限。请为运行它的用户授予写入权限，之后会自动继续保存。"),
        WriteFailure.NameTooLong => new(
            "A file's name is longer than the disk can keep: 255 letters, or 85 Chinese characters. Shorten it and try again.",
            "文件名超过了磁盘允许的长度（255 个字母或 85 个汉字）。请缩短后再试。"),
        WriteFailure.NameTaken => new(
            "A name is taken: a folder is called like the file that should be written, or the other way round. Rename one of them and try again.",
            "名称冲突：有文件夹与要写入的文件同名，或有文件与要创建的文件夹同名。请重命名其中一个后再试。"),
        _ => new(
            "The data folder cannot be written to at the moment. Check that its disk is connected and may be written to; saving then goes on by itself.",
            "暂时无法写入数据文件夹。请检查磁盘是否已连接且可写，之后会自动继续保存。"),
    };
}
