using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Web.Runs.Page;

/// <summary>The learning rates of a model, wherever its document says them.</summary>
public static class LearningRates
{
    private const double Step = 10;

    // An optimizer's rate, and the peak that a one-cycle schedule sets in its place.
    private static readonly string[] Names = ["lr", "max_lr"];

    /// <summary>The edit that makes the learning rates of a document a tenth of those that a run was trained with; all others stay.</summary>
    /// <param name="document">The document as it is now.</param>
    /// <param name="trained">The document of the run.</param>
    public static Edit Lowered(ProjectDocument document, ProjectDocument trained) => new Batch(
    [
        .. from block in document.Blocks.Values
           where BlockCatalog.Find(block.Kind)?.Role is Role.Optimizer or Role.Schedule
           from name in Names
           let rate = RateOf(trained.Blocks.GetValueOrDefault(block.Id) is { } before && before.Kind == block.Kind ? before : block, name)
           where rate is not null
           select new SetParameter(block.Id, name, Tenth(rate.Value)),
    ]);

    private static double? RateOf(Block block, string name) =>
        (block.Parameters.GetValueOrDefault(name) ?? BlockCatalog.Find(block.Kind)?.FindParameter(name)?.Default) switch
        {
            ParameterValue.Number real => real.Value,
            ParameterValue.Integer whole => whole.Value,
            _ => null,
        };

    // 0.7 / 10 is 0.06999999999999999 among binary numbers: people are to read 0.07.
    private static double Tenth(double rate) => double.Parse((rate / Step).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
