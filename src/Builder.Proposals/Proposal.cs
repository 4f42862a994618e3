using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Proposals;

/// <summary>A model that suits the data, and why.</summary>
/// <param name="Task">What kind of question it answers.</param>
/// <param name="Edit">One batch that puts data set and model into the document it was proposed for.</param>
/// <param name="Document">That document afterwards.</param>
/// <param name="Schema">What the network gets of the data set.</param>
/// <param name="Explanation">Why it looks as it does.</param>
public sealed record Proposal(TaskKind Task, Edit Edit, ProjectDocument Document, DataSetSchema Schema, ImmutableArray<Reason> Explanation);

/// <summary>One reason for a part of a proposal.</summary>
/// <param name="About">What it is about, in a word.</param>
/// <param name="Text">The reason in a few sentences.</param>
public sealed record Reason(Localized About, Localized Text);
