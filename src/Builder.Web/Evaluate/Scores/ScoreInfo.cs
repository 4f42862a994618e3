using Builder.Graph;

namespace Builder.Web.Evaluate.Scores;

/// <summary>A score in words.</summary>
/// <param name="Name">Its name in <see cref="Builder.Protocol.Evaluations.Evaluation"/>.</param>
/// <param name="Term">What the field calls it.</param>
/// <param name="Title">What it is, in everyday words.</param>
/// <param name="Help">What a number of it means.</param>
/// <param name="Form">How it is written.</param>
/// <param name="HigherIsBetter">False for errors.</param>
public sealed record ScoreInfo(string Name, Localized Term, Localized Title, Localized Help, ScoreForm Form, bool HigherIsBetter)
{
    /// <summary>Whether <paramref name="score"/> beats <paramref name="other"/>.</summary>
    public bool IsBetter(double score, double other) => HigherIsBetter ? score > other : score < other;
}
