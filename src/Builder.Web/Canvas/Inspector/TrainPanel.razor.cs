using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Inspector;

/// <summary>The button that starts to train, and what the model can be saved as.</summary>
public sealed partial class TrainPanel
{
    private string ExportAddress => $"/api/projects/{Uri.EscapeDataString(Editor.Session.Id)}/project.json";

    private void Ask(string command) => Editor.Ask(new IslandCommand(command));

    private void Train() => Editor.WantTrain();
}
