using System.Collections.Immutable;
using Builder.Graph;
using Builder.Proposals.Warnings;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>What a person should know about the data, each with its way out.</summary>
public sealed partial class WarningList
{
    private const int Shown = 4;

    private static readonly Localized Less = new("Show fewer", "收起");

    private bool _all;

    /// <summary>The warnings.</summary>
    [Parameter]
    public ImmutableArray<DataWarning> Warnings { get; set; } = [];

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants something mended.</summary>
    [Parameter]
    public EventCallback<DataFix> OnFix { get; set; }

    private string Tone => Class(Warnings.Max(w => w.Level));

    private static Localized More(int count) => new($"Show {count} more", $"再显示 {count} 条");

    private static string Class(WarningLevel level) => level switch
    {
        WarningLevel.Blocking => "danger",
        WarningLevel.Warning => "warning",
        _ => "info",
    };
}
