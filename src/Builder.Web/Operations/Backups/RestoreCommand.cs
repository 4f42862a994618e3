using Builder.Graph;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Shell.Security;

namespace Builder.Web.Operations.Backups;

/// <summary>builder-web --restore=FILE puts a copy of the database in its place and ends; with "list" it says which copies there are.</summary>
internal static class RestoreCommand
{
    private const string Switch = "restore";
    private const string List = "list";

    /// <summary>Carries it out where the command line asks for it.</summary>
    /// <returns>True where it was asked for: the server does not start then.</returns>
    /// <exception cref="StorageException">A server runs on the folder, or the copy cannot be used.</exception>
    public static bool Run(IConfiguration configuration, TextWriter output)
    {
        if (configuration[Switch] is not { Length: > 0 } file)
        {
            return false;
        }

        var folder = ServerSettings.Read<PlaceOptions>(configuration).OpenHome();
        if (file == List)
        {
            output.WriteLine(Say(RestoreTexts.Copies(folder.Backups)));
            DatabaseBackups.Of(folder).ToList().ForEach(backup => output.WriteLine($"  {Path.GetFileName(backup.Path)}"));
            return true;
        }

        var aside = DatabaseBackups.Restore(folder, Path.Combine(folder.Backups, file));
        output.WriteLine(Say(aside is null ? RestoreTexts.Done(file) : RestoreTexts.DoneAside(file, aside)));
        return true;
    }

    private static string Say(Localized words) => words.In(Announcement.TerminalLanguage());
}

/// <summary>What is said about copies of the database.</summary>
internal static class RestoreTexts
{
    public static Localized Copies(string folder) => new(
        $"Copies of the database in {folder}, the newest first:", $"{folder} 中的数据库副本（最新的在前）：");

    public static Localized Done(string file) => new(
        $"The database is now the copy {file}. Start Builder again.", $"数据库已恢复为副本 {file}。请重新启动 Builder。");

    public static Localized DoneAside(string file, string aside) => new(
        $"The database is now the copy {file}; the one before lies in {aside}. Start Builder again.",
        $"数据库已恢复为副本 {file}，原来的数据库保存在 {aside}。请重新启动 Builder。");
}
