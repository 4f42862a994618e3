using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Where the rows of a data set come from. Paths are relative to the project's folder.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TableSource), "table")]
[JsonDerivedType(typeof(PicturesSource), "pictures")]
[JsonDerivedType(typeof(IdxSource), "idx")]
[JsonDerivedType(typeof(TextSource), "text")]
public abstract record DataSource
{
    private protected DataSource()
    {
    }
}
