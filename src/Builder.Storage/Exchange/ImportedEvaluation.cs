using System.Text.Json;
using Builder.Protocol.Evaluations;

namespace Builder.Storage.Exchange;

/// <summary>Looks into the evaluation of a run that comes in with a project.</summary>
internal static class ImportedEvaluation
{
    /// <summary>Refuses one whose pictures lie elsewhere: no run of Builder's ever wrote that.</summary>
    /// <exception cref="StorageException">A picture leads out of the run's folder, or the file is far larger than any evaluation.</exception>
    public static void Check(PackedFiles files, string run)
    {
        Evaluation? evaluation;
        try
        {
            evaluation = files.Read($"{PackedProject.Runs}{run}/{Evaluation.FileName}", Evaluation.MostBytes) is { } json ? Evaluation.FromJson(json) : null;
        }
        catch (JsonException)
        {
            // Nobody can read it, here or later: the run comes in without it.
            return;
        }

        if (evaluation is { HasOnlyOwnPictures: false })
        {
            throw StorageProblems.NotAProjectFile(ExchangeMessages.PictureOutside.With());
        }
    }
}
