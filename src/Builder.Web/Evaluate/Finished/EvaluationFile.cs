using System.Text.Json;
using Builder.Datasets.Archives;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Finished;

/// <summary>
/// Reads what a run tells about its model. The file may have come in with somebody's project: it is read up to a limit, and names of pictures
/// that lead out of the run's folder are left out here, so that nobody behind can open them.
/// </summary>
public static class EvaluationFile
{
    /// <summary>The evaluation; null where the file cannot be read, is too large or of a newer version: that is no reason to hide all other runs.</summary>
    public static Evaluation? Read(string file)
    {
        try
        {
            return BoundedFile.Read(file, Evaluation.MostBytes) is { } json ? Evaluation.FromJson(json).WithOwnPictures() : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
