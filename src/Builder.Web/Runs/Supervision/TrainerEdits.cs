using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Web.Runs.Supervision;

/// <summary>The training plan of a document: its Trainer block, or the defaults where it has none.</summary>
public static class TrainerEdits
{
    private const string Kind = "Trainer";

    /// <summary>What a parameter of the plan is.</summary>
    public static Parameter Info(string parameter) =>
        BlockCatalog.Get(Kind).FindParameter(parameter) ?? throw new ArgumentException("The plan has no such parameter.", nameof(parameter));

    /// <summary>Whole-number parameter of the plan.</summary>
    public static long Number(ProjectDocument document, string parameter)
    {
        var set = Find(document)?.Parameters.GetValueOrDefault(parameter);
        var value = set ?? Info(parameter).Default;
        return value is ParameterValue.Integer whole ? whole.Value : 0;
    }

    /// <summary>The edit that changes a parameter of the plan; a plan is added where there is none.</summary>
    public static Edit Change(ProjectDocument document, string parameter, long value)
    {
        if (Find(document) is { } trainer)
        {
            return new SetParameter(trainer.Id, parameter, value);
        }

        var block = new Block { Id = Ids.Fresh("trainer", document.Blocks.ContainsKey), Kind = Kind, Position = BelowAll(document) };
        return new Batch([new AddBlock(block), new SetParameter(block.Id, parameter, value)]);
    }

    /// <summary>The document with another value in its plan.</summary>
    public static ProjectDocument With(ProjectDocument document, string parameter, long value) =>
        DocumentEditor.Apply(document, Change(document, parameter, value)).Document ?? document;

    private static Block? Find(ProjectDocument document) => document.Blocks.Values.FirstOrDefault(b => b.Kind == Kind);

    private static Position BelowAll(ProjectDocument document)
    {
        var onCanvas = document.Blocks.Values.Where(b => b.Group is null).Select(b => b.Position).ToList();
        return onCanvas.Count == 0 ? default : new(onCanvas.Max(p => p.X), onCanvas.Max(p => p.Y) + Spacing.Down);
    }
}
