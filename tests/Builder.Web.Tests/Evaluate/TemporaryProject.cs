using Builder.Protocol.Evaluations;

namespace Builder.Web.Tests.Evaluate;

/// <summary>A project's folder with finished runs in it.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("builder-evaluate-").FullName;

    public string AddRun(string id, Evaluation evaluation, DateTime? ended = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "runs", id)).FullName;
        var file = Path.Combine(folder, Evaluation.FileName);
        File.WriteAllBytes(file, evaluation.ToJson());
        if (ended is { } moment)
        {
            File.SetLastWriteTime(file, moment);
        }

        return folder;
    }

    public void Dispose() => TemporaryFolders.Delete(Folder);
}
