using System.Text.Json.Serialization;
using Builder.Datasets.Transforms.Steps;

namespace Builder.Datasets.Transforms;

/// <summary>
/// One transform with everything it learned from the training rows. Applying it needs no other data, so that a model treats a
/// new row exactly as it treated the rows of its training.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FittedImpute), "impute")]
[JsonDerivedType(typeof(FittedLog), "log")]
[JsonDerivedType(typeof(FittedAsinh), "asinh")]
[JsonDerivedType(typeof(FittedStandardize), "standardize")]
[JsonDerivedType(typeof(FittedMinMax), "minMax")]
[JsonDerivedType(typeof(FittedOneHot), "oneHot")]
[JsonDerivedType(typeof(FittedOrdinal), "ordinal")]
[JsonDerivedType(typeof(FittedMultiHot), "multiHot")]
[JsonDerivedType(typeof(FittedReadDate), "readDate")]
[JsonDerivedType(typeof(FittedDatePart), "datePart")]
[JsonDerivedType(typeof(FittedTokenize), "tokenize")]
[JsonDerivedType(typeof(FittedResize), "resize")]
[JsonDerivedType(typeof(FittedNormalize), "normalize")]
[JsonDerivedType(typeof(FittedAugment), "augment")]
public abstract record FittedStep
{
    private protected FittedStep()
    {
    }

    /// <summary>The transformed values of all rows.</summary>
    internal abstract ColumnValues Apply(ColumnValues values, ColumnContext site);

    /// <summary>Undoes the step on one number, to bring a prediction back to the target's unit.</summary>
    internal virtual double Invert(double value) => value;
}
