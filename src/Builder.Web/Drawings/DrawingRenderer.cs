using Builder.Web.Drawings.Sheets;
using Builder.Web.Shell;

namespace Builder.Web.Drawings;

/// <summary>Renders drawings as markup: for a page to fetch, to print, or to share.</summary>
/// <param name="markup">Renders components.</param>
public sealed class DrawingRenderer(StaticMarkup markup)
{
    /// <summary>The markup of a drawing: one element of the class "dw", which needs the style sheets of the browser's part and no script.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="language">"en" or "zh".</param>
    public async Task<string> RenderAsync(Drawing drawing, string language) => Trimmed(await markup.RenderAsync<DrawingView>(new Dictionary<string, object?>
    {
        [nameof(DrawingView.Drawing)] = drawing,
        [nameof(DrawingView.Language)] = language,
    }));

    // What the library asks Blazor to do with events, of which there are none here: a fifth of the letters.
    private static string Trimmed(string markup) => markup
        .Replace(" __internal_stopPropagation_onpointerdown", "", StringComparison.Ordinal)
        .Replace(" __internal_stopPropagation_onpointerup", "", StringComparison.Ordinal)
        .Replace(" __internal_stopPropagation_onwheel", "", StringComparison.Ordinal)
        .Replace(" __internal_preventDefault_onpointermove", "", StringComparison.Ordinal);
}
