using Builder.Graph.Documents;
using Builder.Storage.Projects;

namespace Builder.Web.History;

/// <summary>The moment that a person looks at.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Document">The document as it was.</param>
/// <param name="Line">Its line; null for the beginning, and for one that is further back than what is shown.</param>
/// <param name="Name">The name that it was given.</param>
/// <param name="Comparison">What would change.</param>
/// <param name="Now">The revision of the project that it was compared with.</param>
public sealed record ChosenVersion(long Revision, ProjectDocument Document, TimeLineEntry? Line, NamedVersion? Name, VersionComparison Comparison, long Now)
{
    /// <summary>The revision before what its line tells; null where there is no line, and so nothing that was done.</summary>
    public long? Before => Line is { } line ? Revision - line.Times : null;
}
