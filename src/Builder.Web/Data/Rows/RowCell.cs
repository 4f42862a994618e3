using Builder.Web.Data.Parts;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Rows;

/// <summary>Draws a cell: a mark where the value is missing, another where it was corrected.</summary>
internal static class RowCell
{
    private const int Longest = 60;
    private const int LongestTip = 400;

    public static RenderFragment Of(TableCell cell, UiState ui) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "dir", "auto");
        if (Class(cell) is { } name)
        {
            builder.AddAttribute(2, "class", name);
        }

        if (Tip(cell, ui) is { } tip)
        {
            builder.AddAttribute(3, "title", tip);
        }

        builder.AddContent(4, cell.Text is { } text ? DataWords.Short(text, Longest) : ui.T(RowTexts.Hole));
        builder.CloseElement();
        if (cell.IsCorrected)
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "class", "visually-hidden");
            builder.AddContent(7, $" ({ui.T(RowTexts.IsCorrected)})");
            builder.CloseElement();
        }
    };

    private static string? Class(TableCell cell) => (cell.Text, cell.IsCorrected) switch
    {
        (null, true) => "hole corrected",
        (null, false) => "hole",
        (_, true) => "corrected",
        _ => null,
    };

    private static string? Tip(TableCell cell, UiState ui) => cell.IsCorrected ? ui.T(RowTexts.IsCorrected)
        : cell.Text is { Length: > Longest } text ? DataWords.Short(text, LongestTip) : null;
}
