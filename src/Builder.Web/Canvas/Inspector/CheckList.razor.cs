using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>Things of which several can be chosen. They stay in the order in which they were chosen.</summary>
public sealed partial class CheckList
{
    private const int SearchFrom = 12;
    private const int MostShown = 200;
    private string _wanted = "";

    /// <summary>Id of the element that names it.</summary>
    [Parameter, EditorRequired]
    public required string LabelledBy { get; set; }

    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ParameterOption> Options { get; set; }

    /// <summary>What is chosen.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Chosen { get; set; }

    /// <summary>Takes a new choice.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<string>, Task> OnChosen { get; set; }

    /// <summary>What is said where there is nothing to choose.</summary>
    [Parameter, EditorRequired]
    public required string Empty { get; set; }

    private IEnumerable<ParameterOption> Shown => Options
        .Where(o => o.Title.Contains(_wanted, StringComparison.OrdinalIgnoreCase)).Take(MostShown);

    private void Search(ChangeEventArgs change) => _wanted = change.Value as string ?? "";

    private Task ToggleAsync(string value, bool on) => OnChosen(on ? [.. Chosen.Where(c => c != value), value] : [.. Chosen.Where(c => c != value)]);

    private Task AllAsync() => OnChosen([.. Chosen, .. Options.Select(o => o.Value).Except(Chosen)]);
}

/// <summary>What a list of choices says.</summary>
public static class CheckListTexts
{
    /// <summary>The search field.</summary>
    public static Localized Search { get; } = new("Search", "搜索");

    /// <summary>Chooses all.</summary>
    public static Localized All { get; } = new("All", "全选");

    /// <summary>Chooses none.</summary>
    public static Localized None { get; } = new("None", "清空");

    /// <summary>How many are chosen.</summary>
    public static Localized Count(int chosen, int all) => new($"{chosen} of {all} chosen", $"已选 {chosen} / {all}");
}
