using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Finished;

/// <summary>A run that has come to its end and left a model.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Ended">When it ended, in the server's time.</param>
/// <param name="Evaluation">What it tells about its model.</param>
public sealed record FinishedRun(string Id, Localized Title, string Folder, DateTime Ended, Evaluation Evaluation)
{
    /// <summary>The folder of the model.</summary>
    public string Bundle => new RunFolder(Folder).Bundle;

    /// <summary>Whether the model is there and can be tried.</summary>
    public bool HasModel => new BundleFolder(Bundle).Exists;

    /// <summary>The document that it has trained; null where it cannot be read any more.</summary>
    public ProjectDocument? ReadDocument()
    {
        try
        {
            return BoundedFile.Read(new RunFolder(Folder).Document, DocumentLimits.FileBytes) is { } json ? ProjectJson.Read(json) : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ProjectFileException)
        {
            return null;
        }
    }
}
