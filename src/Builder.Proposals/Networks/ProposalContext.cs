using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Networks;

/// <summary>What a network is drawn for.</summary>
/// <param name="EncodedDataset">The data set and by which door each column enters.</param>
/// <param name="Schema">What the network gets of it.</param>
/// <param name="OtherData">True where the document has other data sets, so that blocks must say which they mean.</param>
internal sealed record ProposalContext(EncodedDataset EncodedDataset, DataSetSchema Schema, bool OtherData)
{
    /// <summary>Rows of the canvas that the inputs take.</summary>
    public int Rows => Math.Max(1, (EncodedDataset.Numbers.IsEmpty ? 0 : 1) + EncodedDataset.Embedded.Length + (EncodedDataset.Text is null ? 0 : 1) + (EncodedDataset.Picture is null ? 0 : 1)
        + (EncodedDataset.Past is null ? 0 : 1));

    /// <summary>What a block says about its data set.</summary>
    public (string Name, ParameterValue Value)[] Data => OtherData ? [("data", EncodedDataset.DataSet.Id)] : [];

    /// <summary>How much each class or label counts.</summary>
    public ClassWeights Weights { get; init; } = ClassWeights.Alike;

    /// <summary>How wide layers are.</summary>
    public ModelSize Size { get; init; } = ModelSize.Middle;

    /// <summary>Training samples.</summary>
    public long Samples => Schema.TrainSamples;

    /// <summary>Classes or labels of the target, or 1 for a number.</summary>
    public long Outputs => Schema.Find(EncodedDataset.Target)?.Classes ?? 1;

    /// <summary>Values of one sample that enter as numbers; in windows, those of one step.</summary>
    public long Features => EncodedDataset.Numbers.Sum(name => Values(Schema.Find(name)!)) / Steps;

    /// <summary>Steps of a window; 1 without windows.</summary>
    public long Steps => EncodedDataset.DataSet.Windows?.Length ?? 1;

    /// <summary>The usual end for the task.</summary>
    public LossSetup LossSetup(double learningRate, double clip = 0) => EncodedDataset.Task switch
    {
        ProposedTask.Number or ProposedTask.Forecast => new("MSELoss", "RegressionMetrics", learningRate) { Clip = clip },
        ProposedTask.Labels => new("BCEWithLogitsLoss", "ClassificationMetrics", learningRate) { Clip = clip, LossParameters = Weights.Parameters },
        _ => new("CrossEntropyLoss", "ClassificationMetrics", learningRate) { Clip = clip, LossParameters = Weights.Parameters },
    };

    private static long Values(ColumnSchema column) => column.SampleShape.Aggregate(1L, (product, size) => product * size);
}

/// <summary>What was drawn, for the explanation.</summary>
/// <param name="Why">Why this network.</param>
/// <param name="Budget">How long it is trained.</param>
internal sealed record NetworkRationale(Localized Why, TrainingBudget Budget);
