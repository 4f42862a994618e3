using System.Collections.Immutable;
using Builder.Graph;
using Builder.Proposals.Warnings;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>Warnings one below the other, each with its ways out; the first few until somebody asks for all.</summary>
public sealed partial class WarningNotices
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

    /// <summary>The address of a row's picture, by the row's number; null where rows have none.</summary>
    [Parameter]
    public Func<int, string>? PictureOf { get; set; }

    /// <summary>The person wants something mended.</summary>
    [Parameter]
    public EventCallback<DataFix> OnFix { get; set; }

    /// <summary>How the gravest of some warnings is coloured.</summary>
    internal static string Tone(ImmutableArray<DataWarning> warnings) => Class(warnings.Max(w => w.Level));

    private static Localized More(int count) => new($"Show {count} more", $"再显示 {count} 条");

    private static string Class(WarningLevel level) => level switch
    {
        WarningLevel.Blocking => "danger",
        WarningLevel.Warning => "warning",
        _ => "info",
    };
}
