using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Fields;

/// <summary>A time of day in hours and minutes.</summary>
public sealed partial class TimeField
{
    private static readonly string Clock = IconShapes.Of("clock");

    /// <summary>Id of the field, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The time; null for none.</summary>
    [Parameter]
    public TimeSpan? Value { get; set; }

    /// <summary>Called with another time.</summary>
    [Parameter]
    public EventCallback<TimeSpan?> ValueChanged { get; set; }
}
