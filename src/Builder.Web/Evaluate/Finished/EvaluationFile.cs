using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Finished;

/// <summary>
/// Reads how good a run's model is. Names of pictures that lead out of the run's folder are left out here, so that nobody behind can open them.
/// </summary>
public static class EvaluationFile
{
    /// <summary>The evaluation; null where the file cannot be read, is too large or of a newer version: that is no reason to hide all other runs.</summary>
    public static Evaluation? Read(string file) => RunTellings.Read(file, Evaluation.MostBytes, json => Evaluation.FromJson(json).WithOwnPictures());
}
