using Builder.Graph.Documents;

namespace Builder.Web.Runs.Supervision;

/// <summary>What a person wants trained.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Document">Its document at this moment.</param>
/// <param name="Revision">Number of the document.</param>
/// <param name="Device">"auto", "cpu" or "cuda".</param>
/// <param name="Name">What to call the run; empty for "Run" and its number.</param>
/// <param name="RatesOf">A run whose learning rates people changed while it trained: the same changes are made again.</param>
public sealed record RunOrder(
    string ProjectId, ProjectDocument Document, long Revision, string Device = Devices.Automatic, string Name = "", string? RatesOf = null);
