using Builder.Graph.Messages;
using Builder.Storage.Publishing;

namespace Builder.Storage;

/// <summary>The errors of storage. Each has a code of its own.</summary>
public static class StorageProblems
{
    /// <summary>The error that stands for any failure to write, in the words of its own reason.</summary>
    public static StorageException NotSaved(Exception cause)
    {
        var reason = WriteFailures.Of(cause);
        return cause as StorageException ?? new(ReasonOf(reason), cause);
    }

    /// <summary>True where there is no room left on the disk.</summary>
    public static bool IsDiskFull(Exception? cause) => WriteFailures.Of(cause) == WriteFailure.Full;

    private static readonly MessageTemplate NoProjectWords = new(
        "NoProject",
        "This project is not there any more. If it was deleted, it can be brought back on the settings page; the start page lists all other projects.",
        "这个项目已不存在。如果它被删除了，可以在“设置”页恢复；起始页列出了其他所有项目。");

    /// <summary>The error that there is no such project.</summary>
    public static StorageException NoProject() =>
        new(NoProjectWords.With());

    private static readonly MessageTemplate NoRunWords = new(
        "NoRun",
        "There is no run “{id}”. It may have been deleted.",
        "没有编号为“{id}”的训练，它可能已被删除。");

    internal static StorageException NoRun(string id) =>
        new(NoRunWords.With(("id", id)));

    private static readonly MessageTemplate NoModelNameWords = new(
        "NoModelName",
        "“{name}” cannot be part of an address. Use small letters a to z, digits and hyphens between them, at most {most} in all, such as iris-flowers.",
        "“{name}”不能用作网址的一部分。请使用小写字母 a–z、数字和中间的连字符，总共不超过 {most} 个字符，例如 iris-flowers。");

    internal static StorageException NoModelName(string name) =>
        new(NoModelNameWords.With(("name", name), ("most", ModelName.Longest)));

    private static readonly MessageTemplate ModelNameTakenWords = new(
        "ModelNameTaken",
        "Another project has published a model under the name “{name}” already. Choose another name.",
        "另一个项目已经用“{name}”这个名称发布了模型。请换一个名称。");

    internal static StorageException ModelNameTaken(string name) =>
        new(ModelNameTakenWords.With(("name", name)));

    private static readonly MessageTemplate FolderInUseWords = new(
        "FolderInUse",
        "Builder is already running on the data folder {folder}. Use the window that is open, or end the other one first.",
        "数据文件夹 {folder} 正被另一个 Builder 使用。请使用已打开的窗口，或先结束另一个。");

    internal static StorageException FolderInUse(string folder) =>
        new(FolderInUseWords.With(("folder", folder)));

    private static readonly MessageTemplate WriteProtectedWords = new(
        "folder-write-protected",
        "its disk is write-protected",
        "所在的磁盘为只读");

    private static readonly MessageTemplate NoRightWords = new(
        "folder-not-allowed",
        "Builder's user may not write there",
        "运行 Builder 的用户没有写入权限");

    private static readonly MessageTemplate FileInTheWayWords = new(
        "folder-file-in-the-way",
        "a file of that name is in the way",
        "已有同名文件");

    private static readonly MessageTemplate LongNameWords = new(
        "folder-name-too-long",
        "its name is too long",
        "名称过长");

    internal static StorageException FolderUnusable(string folder, Exception cause) => WriteFailures.Of(cause) switch
    {
        WriteFailure.Unknown => Unusable(folder, cause, cause.Message),
        WriteFailure.ReadOnly => Unusable(folder, cause, WriteProtectedWords.With()),
        WriteFailure.NotAllowed => Unusable(folder, cause, NoRightWords.With()),
        WriteFailure.NameTaken => Unusable(folder, cause, FileInTheWayWords.With()),
        WriteFailure.NameTooLong => Unusable(folder, cause, LongNameWords.With()),
        _ => NotSaved(cause),
    };

    private static readonly MessageTemplate DamagedDatabaseWords = new(
        "DamagedDatabase",
        "The database {database} is damaged, cut off or lost. Nothing was changed. Bring the last copy back with ./builder restore (copies are in {backups}); what was changed after it is lost.",
        "数据库 {database} 已损坏、被截断或丢失。未做任何改动。请用 ./builder restore 恢复最近的副本（副本在 {backups} 中）；此后的修改会丢失。");

    internal static StorageException DamagedDatabase(DataFolder folder, Exception? cause = null) =>
        new(DamagedDatabaseWords.With(("database", folder.Database), ("backups", folder.Backups)), cause);

    private static readonly MessageTemplate NoBackupWords = new(
        "NoBackup",
        "{file} is no sound copy of a database. Choose another one from the folder of copies; ./builder restore lists them.",
        "{file} 不是完好的数据库副本。请从副本文件夹中另选一个，用 ./builder restore 可列出全部副本。");

    internal static StorageException NoBackup(string file) =>
        new(NoBackupWords.With(("file", file)));

    private static readonly MessageTemplate NewerDatabaseWords = new(
        "NewerDatabase",
        "The data folder was written by a newer version of Builder. Update this one, or choose another folder with BUILDER_HOME.",
        "数据文件夹由更新版本的 Builder 写入。请更新本程序，或用 BUILDER_HOME 指定另一个文件夹。");

    internal static StorageException NewerDatabase() =>
        new(NewerDatabaseWords.With());

    private static readonly MessageTemplate DamagedWords = new(
        "DamagedLog",
        "Change {revision} of project “{project}” cannot be read. Restore an earlier version on the history page.",
        "无法读取项目“{project}”的第 {revision} 次修改。请在历史页恢复较早的版本。");

    internal static StorageException Damaged(string project, long revision) =>
        new(DamagedWords.With(("revision", revision), ("project", project)));

    private static readonly MessageTemplate TooManyVersionsWords = new(
        "TooManyVersions",
        "A project can have {most} named versions. Take the name away from one that is no longer needed; the revision itself stays in the history.",
        "一个项目最多可以有 {most} 个命名版本。请移除不再需要的名称；该版本本身仍保留在历史中。");

    internal static StorageException TooManyVersions(int most) =>
        new(TooManyVersionsWords.With(("most", most)));

    private static readonly MessageTemplate NotAProjectFileWords = new(
        "NotAProjectFile",
        "This file cannot be opened as a project: {why} Choose a file that was made with “Export as a file”.",
        "无法将此文件作为项目打开：{why}请选择用“导出为文件”得到的文件。");

    internal static StorageException NotAProjectFile(Message why, Exception? cause = null) =>
        new(NotAProjectFileWords.With(("why", why)), cause);

    private static readonly MessageTemplate UnusableWords = new(
        "FolderUnusable",
        "The data folder {folder} cannot be used ({why}). Choose another one with BUILDER_HOME.",
        "无法使用数据文件夹 {folder}（{why}）。请用 BUILDER_HOME 指定另一个文件夹。");

    private static StorageException Unusable(string folder, Exception cause, MessageArgument why) =>
        new(UnusableWords.With(("folder", folder), ("why", why)), cause);

    private static readonly MessageTemplate DiskFullWords = new(
        "DiskFull",
        "The disk is full. Delete files or projects that are no longer needed; saving then goes on by itself.",
        "磁盘已满。请删除不再需要的文件或项目，之后会自动继续保存。");

    private static readonly MessageTemplate ReadOnlyDiskWords = new(
        "ReadOnlyDisk",
        "The disk of the data folder takes no changes: it is write-protected. Make it writable; saving then goes on by itself.",
        "数据文件夹所在的磁盘为只读，无法写入。请将它改为可写，之后会自动继续保存。");

    private static readonly MessageTemplate NotAllowedWords = new(
        "NotAllowed",
        "Builder may not write into its data folder. Give the user who runs it the right to do so; saving then goes on by itself.",
        "Builder 没有写入数据文件夹的权限。请为运行它的用户授予写入权限，之后会自动继续保存。");

    private static readonly MessageTemplate NameTooLongWords = new(
        "NameTooLong",
        "A file's name is longer than the disk can keep: 255 letters, or 85 Chinese characters. Shorten it and try again.",
        "文件名超过了磁盘允许的长度（255 个字母或 85 个汉字）。请缩短后再试。");

    private static readonly MessageTemplate NameTakenWords = new(
        "NameTaken",
        "A name is taken: a folder is called like the file that should be written, or the other way round. Rename one of them and try again.",
        "名称冲突：有文件夹与要写入的文件同名，或有文件与要创建的文件夹同名。请重命名其中一个后再试。");

    private static readonly MessageTemplate NotSavedWords = new(
        "NotSaved",
        "The data folder cannot be written to at the moment. Check that its disk is connected and may be written to; saving then goes on by itself.",
        "暂时无法写入数据文件夹。请检查磁盘是否已连接且可写，之后会自动继续保存。");

    private static Message ReasonOf(WriteFailure reason) => reason switch
    {
        WriteFailure.Full => DiskFullWords.With(),
        WriteFailure.ReadOnly => ReadOnlyDiskWords.With(),
        WriteFailure.NotAllowed => NotAllowedWords.With(),
        WriteFailure.NameTooLong => NameTooLongWords.With(),
        WriteFailure.NameTaken => NameTakenWords.With(),
        _ => NotSavedWords.With(),
    };
}
