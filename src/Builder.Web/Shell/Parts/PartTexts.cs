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

    /// <summary>The address names a project that cannot be opened.</summary>
    public static Localized MissingProject { get; } = new("This project is not there", "没有这个项目");

    /// <summary>Why that may be.</summary>
    public static Localized MissingProjectWhy { get; } = new("It may have been deleted, or the address is not right.", "它可能已被删除，或者地址有误。");

    /// <summary>A picture that did not come.</summary>
    public static Localized MissingPicture { get; } = new("This picture cannot be shown.", "图片无法显示。");

    /// <summary>The same in its small place.</summary>
    public static Localized NoPicture { get; } = new("Not shown", "无法显示");

    /// <summary>Takes the last thing back.</summary>
    public static Localized Undo { get; } = new("Undo", "撤销");
}
