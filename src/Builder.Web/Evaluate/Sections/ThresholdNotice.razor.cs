using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>From which probability on a class is said, or labels are given, why, and the way to the other thresholds.</summary>
public sealed partial class ThresholdNotice
{
    /// <summary>The prediction as the model goes by it now.</summary>
    [Parameter, EditorRequired]
    public required HeadEvaluation Head { get; set; }

    /// <summary>The same with the other thresholds; null where there are no others.</summary>
    [Parameter]
    public HeadEvaluation? Other { get; set; }

    /// <summary>True while the thresholds change.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Why they could not be changed; null where nothing went wrong.</summary>
    [Parameter]
    public Localized? Problem { get; set; }

    /// <summary>The person wants the other thresholds.</summary>
    [Parameter]
    public EventCallback OnSwitch { get; set; }

    private Localized? Words => (Head, Other) switch
    {
        ({ Classes: not null, Worth: not null, Thresholds: [var worth] }, _) => LabelTexts.CountsByWorth(Bidi.Isolated(worth.Class), Figures.Percent(worth.Threshold)),
        ({ Classes: not null, Thresholds: [var border] }, _) => LabelTexts.CountsFrom(Bidi.Isolated(border.Class), Figures.Percent(border.Threshold)),
        ({ Classes: not null }, { Worth: not null, Thresholds: [var worth] }) => LabelTexts.CouldCountByWorth(Bidi.Isolated(worth.Class), Figures.Percent(worth.Threshold)),
        ({ Classes: not null }, { Thresholds: [var better] }) => LabelTexts.CouldCountFrom(Bidi.Isolated(better.Class), Figures.Percent(better.Threshold)),
        ({ Labels: not null, Thresholds.Count: > 0 }, _) => LabelTexts.EachFromItsOwn,
        ({ Labels: not null }, { Thresholds.Count: > 0 }) => LabelTexts.AllFromHalf,
        _ => null,
    };

    private Localized? Offer => (Head, Other) switch
    {
        (_, null) => null,
        ({ Classes: not null, Thresholds.Count: > 0 }, { Thresholds: [] }) => LabelTexts.BackToLikelier,
        ({ Labels: not null, Thresholds.Count: > 0 }, _) => LabelTexts.BackToHalf,
        ({ Classes: not null }, { Thresholds: [var better] }) => LabelTexts.CountFrom(Bidi.Isolated(better.Class), Figures.Percent(better.Threshold)),
        (_, { Thresholds.Count: > 0 }) => LabelTexts.BackToChosen,
        _ => null,
    };
}
