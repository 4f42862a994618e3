using Builder.Protocol.Evaluations;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What the model takes for what. A cell can be pressed where somebody listens.</summary>
public sealed partial class ConfusionView
{
    private const int Shades = 9;

    /// <summary>The classes; their confusion is known.</summary>
    [Parameter, EditorRequired]
    public required ClassEvaluation Classes { get; set; }

    /// <summary>A cell was pressed: the true class, and what the model said.</summary>
    [Parameter]
    public EventCallback<(string True, string Predicted)> OnCell { get; set; }

    private IReadOnlyList<string> Names => Classes.Names;

    private IReadOnlyList<IReadOnlyList<long>> Matrix => Classes.Confusion!;

    /// <summary>How dark a cell is: its share of the true class. Any case at all can be seen.</summary>
    private int Heat(int truth, int said)
    {
        var (cases, all) = (Matrix[truth][said], Matrix[truth].Sum());
        return cases == 0 ? 0 : Math.Clamp((int)Math.Ceiling((double)cases / all * Shades), 1, Shades);
    }

    private string Label(int truth, int said)
    {
        var cases = Matrix[truth][said];
        var (right, answer) = (Bidi.Isolated(Names[truth]), Bidi.Isolated(Names[said]));
        return Ui.T(new(
            $"{cases} × truly “{right}”, the model says “{answer}”",
            $"真实为“{right}”、模型回答“{answer}”：{cases} 个"));
    }
}
