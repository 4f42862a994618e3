using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Runs.Feed;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>What the model makes of some samples while it learns, or what it writes and draws.</summary>
public sealed partial class RunSamples
{
    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The latest of each kind.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<RunSample> Samples { get; set; }

    private static Localized TitleOf(RunSample sample) => sample.Kind switch
    {
        SampleKind.Text => TrainTexts.Writes,
        SampleKind.Pictures => TrainTexts.Draws,
        SampleKind.Points => new($"{TrainTexts.Points.En}: {sample.Value}", $"{TrainTexts.Points.Zh}：{sample.Value}"),
        _ => TrainTexts.Samples,
    };

    private string Address(string file) => RunFilesEndpoint.AddressOf(RunId, file);
}
