using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Proposals.Networks;

namespace Builder.Proposals;

/// <summary>A proposed model in one of its sizes.</summary>
/// <param name="Size">Which.</param>
/// <param name="Proposal">The model with the plan of a whole training.</param>
/// <param name="Trial">The same document for a short training: as many epochs as all sizes have time for, over which the learning rate falls.</param>
public sealed record SizedProposal(ModelSize Size, Proposal Proposal, ProjectDocument Trial);

/// <summary>One short training of a ladder.</summary>
/// <param name="Size">The model's size.</param>
/// <param name="Seed">Its random start.</param>
/// <param name="Document">What is trained.</param>
public sealed record SizeTrial(ModelSize Size, long Seed, ProjectDocument Document);

/// <summary>
/// A ladder of three sizes of the same model, each of which is trained for a few seconds. The plan of these trainings follows from the data and
/// not from a clock, so that the same data and seeds lead to the same scores on any machine.
/// </summary>
public static class SizeLadder
{
    /// <summary>What a laptop takes for the largest size, at most; this machine may be faster.</summary>
    internal const double Seconds = 15;

    /// <summary>With fewer epochs nothing is learned that a longer training would confirm.</summary>
    internal const long FewestEpochs = 5;

    /// <summary>Fewer validation rows cannot tell sizes apart.</summary>
    internal const long FewestCases = 20;

    private const long FirstSeed = 1;
    private const long OtherSeed = 2;

    /// <summary>The trainings: the size that is drawn from two random starts, then the others from one.</summary>
    /// <param name="sizes">All sizes.</param>
    /// <param name="drawn">The one that a person has.</param>
    public static ImmutableArray<SizeTrial> Trials(ImmutableArray<SizedProposal> sizes, ModelSize drawn)
    {
        var own = sizes.First(s => s.Size == drawn);
        return
        [
            From(own, FirstSeed), From(own, OtherSeed),
            .. sizes.Where(s => s.Size != drawn).Select(s => From(s, FirstSeed)),
        ];
    }

    /// <summary>A document whose training plan is another one.</summary>
    internal static ProjectDocument With(ProjectDocument document, TrainingBudget budget) =>
        Changed(document, ("epochs", budget.Epochs), ("early_stopping", budget.Patience));

    private static SizeTrial From(SizedProposal sized, long seed) => new(sized.Size, seed, Changed(sized.Trial, ("seed", seed)));

    private static ProjectDocument Changed(ProjectDocument document, params ReadOnlySpan<(string Name, long Value)> settings)
    {
        var trainer = document.Blocks.Values.First(b => b.Kind == "Trainer");
        var parameters = trainer.Parameters;
        foreach (var (name, value) in settings)
        {
            parameters = parameters.SetItem(name, value);
        }

        return document with { Blocks = document.Blocks.SetItem(trainer.Id, trainer with { Parameters = parameters }) };
    }
}
