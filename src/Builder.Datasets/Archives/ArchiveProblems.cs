using Builder.Graph.Messages;

namespace Builder.Datasets.Archives;

/// <summary>What can be wrong with compressed files.</summary>
internal static class ArchiveProblems
{
    private static readonly MessageTemplate NotAnArchiveWords = new(
        "archive-corrupt",
        "\"{file}\" is not a complete archive: it is damaged or cut short. Make it again or upload it again.",
        "“{file}”不是完整的压缩包：文件已损坏或不完整。请重新压缩或重新上传。");

    public static DataException NotAnArchive(string file, Exception? cause = null) => new(
        NotAnArchiveWords.With(("file", file)),
        new DataPlace(file),
        cause);

    private static readonly MessageTemplate LockedWords = new(
        "archive-password",
        "\"{file}\" is protected by a password. Unpack it, pack the files again without a password, and choose that archive.",
        "“{file}”受密码保护。请先解压，再不设密码重新压缩，然后选择新的压缩包。");

    public static DataException Locked(string file) => new(LockedWords.With(("file", file)), new DataPlace(file));

    private static readonly MessageTemplate UnsafePathWords = new(
        "archive-unsafe-path",
        "\"{file}\" holds an entry named \"{entry}\", which leads out of the archive. It is not opened. Pack the folder again with plain names.",
        "“{file}”中含有名为“{entry}”的条目，它指向压缩包之外，因此不会打开。请使用普通文件名重新打包。");

    public static DataException UnsafePath(string file, string entry) => new(
        UnsafePathWords.With(("file", file), ("entry", entry)),
        new DataPlace(file));

    private static readonly MessageTemplate SymbolicLinkWords = new(
        "archive-symbolic-link",
        "\"{file}\" holds a symbolic link, \"{entry}\", which could lead anywhere. Pack the folder again with the files themselves.",
        "“{file}”中含有符号链接“{entry}”，可能指向任意位置。请用文件本身重新打包。");

    public static DataException SymbolicLink(string file, string entry) => new(
        SymbolicLinkWords.With(("file", file), ("entry", entry)),
        new DataPlace(file));

    private static readonly MessageTemplate BombWords = new(
        "archive-bomb",
        "\"{file}\" unpacks to more than {ratio} times its size, as no real data does. It is not opened.",
        "“{file}”解压后的大小超过其自身的 {ratio} 倍，真实数据不会如此，因此不会打开。");

    public static DataException Bomb(string file, long ratio) => new(
        BombWords.With(("file", file), ("ratio", ratio)),
        new DataPlace(file));

    private static readonly MessageTemplate TooLargeWords = new(
        "archive-too-large",
        "\"{file}\" unpacks to more than {gigabytes} GB. Use a smaller part of the data.",
        "“{file}”解压后超过 {gigabytes} GB。请改用其中较小的一部分数据。");

    public static DataException TooLarge(string file, long gigabytes) => new(
        TooLargeWords.With(("file", file), ("gigabytes", gigabytes)),
        new DataPlace(file));

    private static readonly MessageTemplate TooManyEntriesWords = new(
        "archive-too-many-entries",
        "\"{file}\" holds more than {most} files. Use a smaller part of the data.",
        "“{file}”中的文件超过 {most} 个。请改用其中较小的一部分数据。");

    public static DataException TooManyEntries(string file, int most) => new(
        TooManyEntriesWords.With(("file", file), ("most", most)),
        new DataPlace(file));

    private static readonly MessageTemplate TooManyArchivesWords = new(
        "archive-too-many-archives",
        "\"{file}\" holds more than {most} further archives. Unpack it and choose one of them, or pack the files themselves.",
        "“{file}”中还含有超过 {most} 个压缩包。请先解压并选择其中一个，或直接打包文件本身。");

    public static DataException TooManyArchives(string file, int most) => new(
        TooManyArchivesWords.With(("file", file), ("most", most)),
        new DataPlace(file));
}
