using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Proposals.Warnings;

namespace Builder.Web.Data;

/// <summary>A data set as the page shows it.</summary>
/// <param name="DataSet">As the document has it.</param>
/// <param name="Inspection">What its source holds.</param>
/// <param name="Plan">What it is used for.</param>
/// <param name="Warnings">What a person should know.</param>
public sealed record DataView(DataSet DataSet, SourceInspection Inspection, DataPlan Plan, ImmutableArray<DataWarning> Warnings)
{
    /// <summary>Reads it from a document.</summary>
    public static DataView Of(ProjectDocument document, DataSet dataSet, SourceInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        var target = TargetBlock.Find(document, dataSet.Id) is { } block ? TargetBlock.Column(block) : null;
        var plan = DataPlan.Read(dataSet, target, inspection);
        return new DataView(dataSet, inspection, plan, DataWarnings.Of(inspection, plan));
    }
}
