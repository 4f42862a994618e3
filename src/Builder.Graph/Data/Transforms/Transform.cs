using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>One step from a raw value to what the network reads.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Standardize), "standardize")]
[JsonDerivedType(typeof(MinMax), "minMax")]
[JsonDerivedType(typeof(Impute), "impute")]
[JsonDerivedType(typeof(Log), "log")]
[JsonDerivedType(typeof(OneHot), "oneHot")]
[JsonDerivedType(typeof(Ordinal), "ordinal")]
[JsonDerivedType(typeof(Tokenize), "tokenize")]
[JsonDerivedType(typeof(DatePart), "datePart")]
[JsonDerivedType(typeof(Resize), "resize")]
[JsonDerivedType(typeof(Normalize), "normalize")]
[JsonDerivedType(typeof(Augment), "augment")]
public abstract record Transform
{
    private protected Transform()
    {
    }
}
