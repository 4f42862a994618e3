namespace Builder.Graph.Differences;

/// <summary>How a thing of a drawing is marked that compares two documents.</summary>
public enum ChangeMark
{
    /// <summary>It is the same.</summary>
    Same,

    /// <summary>Only its place is different.</summary>
    Moved,

    /// <summary>It is set differently.</summary>
    Changed,

    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,
}
