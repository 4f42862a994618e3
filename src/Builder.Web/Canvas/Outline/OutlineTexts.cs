using Builder.Graph;

namespace Builder.Web.Canvas.Outline;

/// <summary>What the outline says.</summary>
public static class OutlineTexts
{
    /// <summary>Names the tree.</summary>
    public static Localized Tree { get; } = new("All blocks in the order in which data flows", "按数据流向排列的全部模块");

    /// <summary>There is nothing yet.</summary>
    public static Localized Empty { get; } = new("There are no blocks yet. Press Space on the canvas to add the first.", "还没有模块。在画布上按空格键添加第一个。");

    /// <summary>A muted block.</summary>
    public static Localized Muted { get; } = new("muted", "已停用");

    /// <summary>A repeated group.</summary>
    public static Localized Repeated(long times) => new($"repeated {times} times", $"重复 {times} 次");
}
