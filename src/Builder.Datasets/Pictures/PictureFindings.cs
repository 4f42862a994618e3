using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Builder.Graph;
using Builder.Graph.Messages;

namespace Builder.Datasets.Pictures;

/// <summary>Which pictures of a collection cannot be read, found out by decoding each of them from end to end.</summary>
/// <param name="Looked">How many were looked at, from the first on.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Unreadable">Those that cannot be read, in the order of the collection.</param>
public sealed record PictureFindings(int Looked, int Count, ImmutableArray<UnreadablePicture> Unreadable)
{
    /// <summary>Whether all were looked at.</summary>
    [JsonIgnore]
    public bool IsComplete => Looked >= Count;
}

/// <summary>A picture that cannot be read.</summary>
/// <param name="File">Its path in the folder or zip file.</param>
/// <param name="Class">The class that its folder names; null where there is none.</param>
/// <param name="Reason">What is wrong with it, and what can be done.</param>
public sealed record UnreadablePicture(string File, string? Class, Message Reason)
{
    /// <summary>What is wrong in a few words, without the file's name: pictures of which the same can be said have the same words.</summary>
    [JsonIgnore]
    public Localized Why => PictureProblems.InShort(Reason);
}
