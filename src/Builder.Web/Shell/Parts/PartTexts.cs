using Builder.Graph;

namespace Builder.Web.Shell.Parts;

/// <summary>What the parts say that all pages use.</summary>
public static class PartTexts
{
    /// <summary>Closes something.</summary>
    public static Localized Close { get; } = new("Close", "关闭");

    /// <summary>Leaves things as they are.</summary>
    public static Localized Cancel { get; } = new("Cancel", "取消");

    /// <summary>Saves what was typed.</summary>
    public static Localized Save { get; } = new("Save", "保存");

    /// <summary>Takes the last thing back.</summary>
    public static Localized Undo { get; } = new("Undo", "撤销");
}
