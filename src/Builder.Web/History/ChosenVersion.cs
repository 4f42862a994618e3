using Builder.Graph.Documents;
using Builder.Storage.Projects;

namespace Builder.Web.History;

/// <summary>The moment that a person looks at.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Document">The document as it was.</param>
/// <param name="Line">Its line; null for the beginning, and for one that is further back than what is shown.</param>
/// <param name="Name">The name that it was given.</param>
/// <param name="Comparison">What would change.</param>
public sealed record ChosenVersion(long Revision, ProjectDocument Document, TimeLineEntry? Line, NamedVersion? Name, VersionComparison Comparison);
