using System.Collections.Concurrent;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Runs;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Runs.Page.Table;

/// <summary>What a run was trained with, read from its document.</summary>
/// <param name="Epochs">How often it was to see everything.</param>
/// <param name="BatchSize">Samples at a time.</param>
/// <param name="Optimizer">Kind of its first optimizer; null where there is none.</param>
/// <param name="LearningRate">That optimizer's learning rate.</param>
/// <param name="Layers">The kinds of its layers in the order of the catalog, without what has no weights.</param>
/// <param name="Blocks">How many blocks there were.</param>
public sealed record RunFacts(long Epochs, long BatchSize, string? Optimizer, double? LearningRate, Localized Layers, int Blocks)
{
    private static readonly Family[] WithoutWeights =
    [
        Family.Inputs, Family.Pooling, Family.Regularization, Family.Activation, Family.Shaping, Family.Math, Family.Groups, Family.Loss, Family.Training, Family.Results,
    ];

    /// <summary>Reads them.</summary>
    public static RunFacts Of(ProjectDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var kinds = document.Blocks.Values.Select(b => BlockCatalog.Find(b.Kind)).OfType<BlockKind>().ToList();
        var optimizer = document.Blocks.Values.FirstOrDefault(b => BlockCatalog.Find(b.Kind)?.FindParameter("lr") is not null);
        var layers = kinds.Where(k => !WithoutWeights.Contains(k.Family)).DistinctBy(k => k.Id).OrderBy(k => k.Family).ThenBy(k => k.Id, StringComparer.Ordinal).Select(k => k.Title).ToList();
        return new(
            TrainerEdits.Number(document, "epochs"), TrainerEdits.Number(document, "batch_size"), optimizer?.Kind, optimizer is null ? null : Rate(optimizer),
            new(string.Join(", ", layers.Select(l => l.En)), string.Join("、", layers.Select(l => l.Zh))), document.Blocks.Count);
    }

    private static double? Rate(Block optimizer) =>
        (optimizer.Parameters.GetValueOrDefault("lr") ?? BlockCatalog.Get(optimizer.Kind).FindParameter("lr")!.Default) switch
        {
            ParameterValue.Number number => number.Value,
            ParameterValue.Integer whole => whole.Value,
            _ => null,
        };
}

/// <summary>Remembers the facts of runs: a run's document never changes.</summary>
/// <param name="store">The runs.</param>
public sealed class RunFactsReader(RunStore store)
{
    private const int Kept = 5_000;

    private readonly ConcurrentDictionary<string, RunFacts> _known = new();

    /// <summary>The facts of runs by their ids; those whose document cannot be read are left out.</summary>
    public async Task<IReadOnlyDictionary<string, RunFacts>> OfAsync(IEnumerable<string> runs, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var found = new Dictionary<string, RunFacts>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            if (await OfAsync(run, ct) is { } facts)
            {
                found[run] = facts;
            }
        }

        return found;
    }

    private async Task<RunFacts?> OfAsync(string run, CancellationToken ct)
    {
        if (_known.TryGetValue(run, out var known))
        {
            return known;
        }

        try
        {
            var facts = RunFacts.Of(await store.DocumentAsync(run, ct));
            if (_known.Count >= Kept)
            {
                _known.Clear();
            }

            return _known[run] = facts;
        }
        catch (StorageException)
        {
            // Deleted meanwhile, or written by a later version: the row stays without its settings.
            return null;
        }
    }
}
