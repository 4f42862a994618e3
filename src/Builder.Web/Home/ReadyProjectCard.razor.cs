using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>A ready project: its picture, what it does, how long it takes. One press opens a copy.</summary>
public sealed partial class ReadyProjectCard
{
    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ReadyProject Project { get; set; }

    /// <summary>True while some project is being opened.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>True while this one is being opened.</summary>
    [Parameter]
    public bool Opening { get; set; }

    /// <summary>Opens a copy of it.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    private string KindIcon => Project.Card.Data switch { "picture" => "picture", "text" => "text", "series" => "train", _ => "table" };
}
