using Builder.Graph;

namespace Builder.Web.Canvas;

/// <summary>What the canvas and its seam say.</summary>
public static class CanvasTexts
{
    /// <summary>Name of a group that nobody has named.</summary>
    public static Localized NewGroup { get; } = new("Group", "分组");

    /// <summary>Name of the group that a single block becomes when it is repeated.</summary>
    public static Localized RepeatedGroup { get; } = new("Repeated", "重复");

    /// <summary>A message that the server does not understand.</summary>
    public static Localized UnknownGesture { get; } = new(
        "This page is from another version of the program. Reload it; nothing is lost.",
        "此页面来自程序的其他版本。请刷新页面，不会丢失任何内容。");

    /// <summary>The button of a problem that somebody has solved already.</summary>
    public static Localized ProblemIsGone { get; } = new("This problem is already solved.", "这个问题已经解决了。");

    /// <summary>Everything that a gesture is about has been deleted meanwhile.</summary>
    public static Localized SelectionIsGone { get; } = new("What was selected is not there any more.", "所选内容已不存在。");

    /// <summary>Somebody who has the project open in another window.</summary>
    public static Localized Guest(int number) => new($"Guest {number}", $"访客 {number}");

    /// <summary>Something went wrong that nobody foresaw.</summary>
    public static Localized NotSaved { get; } = new(
        "The change could not be saved. It is taken back here; please try again.",
        "修改未能保存，此处已撤回，请重试。");

    /// <summary>A message that is too long for this way in.</summary>
    public static Localized TooLong { get; } = new(
        "That is too much at once. Paste or change it in smaller parts.",
        "一次处理的内容过多。请分成几部分粘贴或修改。");
}
