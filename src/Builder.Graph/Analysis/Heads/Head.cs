using Builder.Graph.Catalog;
using Builder.Graph.Metrics;

namespace Builder.Graph.Analysis;

/// <summary>A prediction of the model: where it comes from, what it means, and what it is compared with.</summary>
/// <param name="Name">Name in results: the target column, or the name of the Output block.</param>
/// <param name="Task">What it tells.</param>
/// <param name="OutputActivation">How the tensor is read.</param>
/// <param name="Prediction">The tensor.</param>
/// <param name="Target">The true values; null for predictions that are not scored.</param>
/// <param name="Binding">The columns of the target; null where there is none.</param>
/// <param name="ClassDimension">The dimension that holds the classes, for classification.</param>
/// <param name="Outputs">Numbers that the tensor holds for each sample: all its sizes but the batch's, multiplied.</param>
public sealed record Head(
    string Name, TaskKind Task, OutputActivation OutputActivation, FlatSource Prediction, FlatSource? Target, ColumnBinding? Binding, int ClassDimension, long Outputs);
