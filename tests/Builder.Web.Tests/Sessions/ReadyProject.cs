using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Web.Tests.Sessions;

/// <summary>The ready projects in the repository.</summary>
internal static class ReadyProject
{
    private static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Builder.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "templates", name);
    }

    public static ProjectDocument Read(string name) => ProjectJson.Read(File.ReadAllBytes(Path.Combine(Folder(name), "project.json")));

    /// <summary>Copies the data files of one.</summary>
    public static Task FillAsync(string name, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder(name)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return Task.CompletedTask;
    }
}
