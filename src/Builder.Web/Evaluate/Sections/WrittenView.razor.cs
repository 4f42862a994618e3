using Builder.Protocol.Evaluations;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What a model wrote and drew.</summary>
public sealed partial class WrittenView
{
    /// <summary>The texts and pictures.</summary>
    [Parameter, EditorRequired]
    public required Evaluation Evaluation { get; set; }

    /// <summary>The address of a picture of the run.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> PictureUrl { get; set; }

    private static string Given(WrittenText text) => Added(text).Length == text.Text.Length ? "" : text.Prompt;

    private static string Added(WrittenText text) =>
        text.Text.StartsWith(text.Prompt, StringComparison.Ordinal) ? text.Text[text.Prompt.Length..] : text.Text;
}
