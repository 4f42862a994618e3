using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Fields;

/// <summary>A choice among more names than a list could show: people type a part, and choose.</summary>
public sealed partial class ChoiceField
{
    private const int Most = 50;

    private static readonly string Chevron = IconShapes.Of("chevron-down");

    /// <summary>Id of the field, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Choices { get; set; }

    /// <summary>What is chosen; null for nothing.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with another choice.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Whether nothing is an answer, too.</summary>
    [Parameter]
    public bool MayBeEmpty { get; set; }

    /// <summary>Whether what is not among the choices may be typed: they are not all.</summary>
    [Parameter]
    public bool MayBeOther { get; set; }

    /// <summary>Id of the element that helps with the field.</summary>
    [Parameter]
    public string? HelpId { get; set; }

    /// <summary>Names that fit what was typed: first those that begin with it, then those that hold it; all while the chosen one stands there.</summary>
    internal static IEnumerable<string> Matching(IReadOnlyList<string> choices, string? typed, string? chosen)
    {
        if (string.IsNullOrWhiteSpace(typed) || (typed == chosen && choices.Contains(chosen)))
        {
            return choices;
        }

        var part = typed.Trim();
        return choices.Where(c => c.Contains(part, StringComparison.OrdinalIgnoreCase))
            .OrderBy(c => c.StartsWith(part, StringComparison.OrdinalIgnoreCase) ? 0 : 1);
    }

    private Task<IEnumerable<string>> Find(string? typed, CancellationToken ct) => Task.FromResult(Matching(Choices, typed, Value));

    private Task ChooseAsync(string? value) => ValueChanged.InvokeAsync(string.IsNullOrWhiteSpace(value) ? null : value);
}
