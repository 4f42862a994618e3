using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Verdicts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Rivals;

/// <summary>The verdict on a model, and how the model does beside simple methods: what is known of these is told in the verdict, and in full below it.</summary>
public sealed partial class RivalView
{
    private RivalComparison? _rivals;

    /// <summary>What was measured of other sizes of the model.</summary>
    [Parameter]
    public SizeFinding Sizes { get; set; } = SizeFinding.None;

    /// <summary>Told whether the model was compared with simple methods, the baseline among them.</summary>
    [Parameter]
    public EventCallback<bool> OnCompared { get; set; }

    private string? Unit => _rivals is { } rivals ? Run.Evaluation.Units.GetValueOrDefault(rivals.Metric) : null;

    /// <inheritdoc/>
    protected override void Forget() => _rivals = null;

    /// <inheritdoc/>
    protected override Task<RivalComparison?> ReadAsync(FinishedRun run) => Task.Run(() => RivalFile.Read(run));

    /// <inheritdoc/>
    protected override Task TakeAsync(RivalComparison? known)
    {
        _rivals = known;
        return OnCompared.InvokeAsync(known is not null);
    }
}
