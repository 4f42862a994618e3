using Builder.Graph;

namespace Builder.Web.Canvas;

/// <summary>What the Model page itself says.</summary>
public static class PageTexts
{
    /// <summary>The page's title.</summary>
    public static Localized Title { get; } = new("Model", "模型");

    /// <summary>The way past the panels for those who use the keyboard.</summary>
    public static Localized SkipToCanvas { get; } = new("Skip to the canvas", "跳到画布");

    /// <summary>The drawing area did not come up.</summary>
    public static Localized NoCanvas { get; } = new("The drawing area could not be loaded", "画布未能加载");

    /// <summary>What to do.</summary>
    public static Localized NoCanvasText { get; } = new("Your model is safe. Load the page again.", "您的模型完好无损。请重新加载页面。");

    /// <summary>Loads the page again.</summary>
    public static Localized Reload { get; } = new("Load again", "重新加载");
}
