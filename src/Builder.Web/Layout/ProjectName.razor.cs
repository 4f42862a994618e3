using Builder.Graph.Documents;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>The project's name, changed where it stands.</summary>
public sealed partial class ProjectName
{
    private int _version;

    /// <summary>The open project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession? Session { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string Name => Session?.Document.Name ?? "";

    // A Chinese character is about as wide as two Latin letters.
    private static int Width(string text) => text.Sum(c => c > 0x2E80 ? 2 : 1);

    private async Task Rename(ChangeEventArgs e)
    {
        var name = (e.Value as string)?.Trim() ?? "";
        if (Session is null || name == Name)
        {
            return;
        }

        var problem = name.Length == 0
            ? FrameTexts.NameIsEmpty
            : (await Session.ApplyAsync(new(Guid.NewGuid().ToString("N"), Session.Revision, _ => new RenameProject(name), "person"))).Problem?.Message.Words;
        if (problem is not null)
        {
            Toasts.Fail(problem);
            _version++;
        }
    }
}
