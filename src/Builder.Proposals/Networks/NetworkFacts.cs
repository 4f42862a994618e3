using Builder.Graph;

namespace Builder.Proposals.Networks;

/// <summary>What was drawn, for the explanation.</summary>
/// <param name="Why">Why this network.</param>
/// <param name="Budget">How long it is trained.</param>
internal sealed record NetworkFacts(Localized Why, TrainingBudget Budget);
