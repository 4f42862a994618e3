using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Runner.Console;

namespace Builder.Runner.Commands;

/// <summary>A project on disk: a folder with project.json, or that file itself.</summary>
/// <param name="Folder">Absolute path of the folder; data paths are relative to it.</param>
/// <param name="Document">What project.json holds.</param>
public sealed record ProjectFolder(string Folder, ProjectDocument Document)
{
    private const string FileName = "project.json";

    /// <summary>Opens a project.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="ProjectFileException">Its file cannot be read.</exception>
    public static ProjectFolder Open(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        if (!File.Exists(file))
        {
            throw new UsageException(new(
                $"There is no project in “{path}”: it has no {FileName}. Name a folder such as templates/iris.",
                $"“{path}”中没有项目：缺少 {FileName}。请指定一个项目文件夹，例如 templates/iris。"));
        }

        using var stream = File.OpenRead(file);
        try
        {
            return new(Path.GetDirectoryName(Path.GetFullPath(file))!, ProjectJson.Read(stream));
        }
        catch (ProjectFileException e)
        {
            throw e.In(Path.GetFileName(file));
        }
    }
}
